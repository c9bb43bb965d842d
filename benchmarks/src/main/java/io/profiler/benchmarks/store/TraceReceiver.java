// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.zip.GZIPInputStream;

/** Takes traces at {@code /v1/traces} on a free port, and keeps the last request. */
final class TraceReceiver implements Closeable {

    private final HttpServer server;
    private volatile byte[] last = {};

    TraceReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            last = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
        }
    }

    ExportTraceServiceRequest lastRequest() throws IOException {
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(last))) {
            return ExportTraceServiceRequest.parseFrom(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
