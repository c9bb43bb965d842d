// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as a test has it. */
final class AnsweringServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    AnsweringServer(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    ConnectionString address() {
        return new ConnectionString(
                "elasticsearch://127.0.0.1:" + server.getAddress().getPort());
    }

    TraceStore openStore(StoreOptions options) {
        return TraceStores.open(address(), options);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
