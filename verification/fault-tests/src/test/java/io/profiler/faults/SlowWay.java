// SPDX-License-Identifier: Apache-2.0
package io.profiler.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Leads to a port of this machine, and can be made slow, or cut, while it is in use. */
final class SlowWay implements AutoCloseable {

    private static final int PIECE = 4096;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile long pauseNanos;

    SlowWay(int target) {
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

    /** How long each piece takes, of at most four kilobytes. */
    void pause(long millis) {
        pauseNanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Ends all connections that there are. */
    void cut() {
        for (Socket client : clients) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        clients.clear();
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                lead(server.accept());
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private void lead(Socket client) throws IOException {
        try {
            Socket store = new Socket(InetAddress.getLoopbackAddress(), target);
            clients.add(client);
            inBackground(() -> copy(client, store));
            inBackground(() -> copy(store, client));
        } catch (IOException away) {
            client.close();
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            for (int length = from.getInputStream().read(piece); length >= 0; ) {
                LockSupport.parkNanos(pauseNanos);
                to.getOutputStream().write(piece, 0, length);
                length = from.getInputStream().read(piece);
            }
        } catch (IOException gone) {
            // One side has ended, and so does the other.
        }
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
