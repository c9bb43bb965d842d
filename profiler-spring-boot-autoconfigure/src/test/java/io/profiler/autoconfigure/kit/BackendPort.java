// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A port on which a backend might be, that counts who connects and never answers. */
public final class BackendPort implements AutoCloseable {

    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;

    public BackendPort() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "backend");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                server.accept();
                connections.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** The port as a MongoDB connection string. */
    public String mongoUri() {
        return "mongodb://127.0.0.1:" + server.getLocalPort();
    }

    /** How many connections there were. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
