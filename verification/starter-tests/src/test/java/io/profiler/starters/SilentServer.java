// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who connects, and never answers. */
final class SilentServer implements AutoCloseable {

    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;

    SilentServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "silent server");
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

    /** As a property of an application. */
    String mongo() {
        return "spring.mongodb.uri=mongodb://127.0.0.1:" + server.getLocalPort() + "/test";
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
