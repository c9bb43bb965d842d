// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes what OpenTelemetry's own classes can read, at {@code /v1/traces} on a free port. */
final class OtlpReceiver implements AutoCloseable {

    final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
    final List<String> headers = new CopyOnWriteArrayList<>();
    private final Deque<Integer> nextStatuses = new ArrayDeque<>();
    private final HttpServer server;
    volatile int mostSpans = Integer.MAX_VALUE;
    volatile ExportTraceServiceResponse response = ExportTraceServiceResponse.getDefaultInstance();

    OtlpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void answerNext(int... statuses) {
        for (int status : statuses) {
            nextStatuses.add(status);
        }
    }

    List<Span> spans() {
        return requests.stream().flatMap(request -> spans(request).stream()).toList();
    }

    private static List<Span> spans(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = new GZIPInputStream(exchange.getRequestBody())) {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body);
            int status = spans(request).size() > mostSpans ? 413 : nextStatuses.isEmpty() ? 200 : nextStatuses.remove();
            if (status == 200) {
                requests.add(request);
                headers.add(exchange.getRequestHeaders().getFirst("Content-Type") + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
            }
            byte[] answer = response.toByteArray();
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
