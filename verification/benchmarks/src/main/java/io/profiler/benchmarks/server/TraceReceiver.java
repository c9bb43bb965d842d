// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Takes traces at {@code /v1/traces} on a free port, reads them and forgets them. */
public final class TraceReceiver implements Closeable {

    private final HttpServer server;
    private final Reader reader;

    private TraceReceiver(Reader reader) throws IOException {
        this.reader = reader;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** One that does not even look at what it is sent. */
    public static TraceReceiver forgetting() throws IOException {
        return new TraceReceiver(body -> {});
    }

    /** One that shows each body to somebody. */
    public static TraceReceiver of(Reader reader) throws IOException {
        return new TraceReceiver(reader);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            reader.read(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Who looks at a request's body. */
    @FunctionalInterface
    public interface Reader {

        void read(byte[] body) throws IOException;
    }
}
