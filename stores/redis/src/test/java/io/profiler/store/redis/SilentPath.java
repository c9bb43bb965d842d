// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Leads to a port of this machine. Connections may be silenced: they stay open, and nothing goes over them any more. */
final class SilentPath implements AutoCloseable {

    private static final int PIECE = 4096;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    SilentPath(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Silences all connections that there are; new ones are led to the target as before. */
    void silence() {
        silent.addAll(open);
    }

    /** How many of the silent ones their client still holds. */
    long heldSilent() {
        return silent.stream().filter(open::contains).count();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                inBackground(() -> copy(client, client, behind));
                inBackground(() -> copy(client, behind, client));
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    /** Whatever the client still sends is read, so that its end is noticed. */
    private void copy(Socket client, Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            for (int length = from.getInputStream().read(piece); length >= 0; ) {
                if (!silent.contains(client)) {
                    to.getOutputStream().write(piece, 0, length);
                }
                length = from.getInputStream().read(piece);
            }
        } catch (IOException gone) {
            // One side has ended, and so does the other.
        } finally {
            open.remove(client);
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
