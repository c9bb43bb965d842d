// SPDX-License-Identifier: Apache-2.0
package io.profiler.servers;

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
public final class OtlpReceiver implements AutoCloseable {

    private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final Deque<Integer> nextStatuses = new ArrayDeque<>();
    private final HttpServer server;
    private volatile int mostSpans = Integer.MAX_VALUE;
    private volatile ExportTraceServiceResponse response = ExportTraceServiceResponse.getDefaultInstance();

    public OtlpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Statuses of the next answers, before it takes everything again. */
    public void answerNext(int... statuses) {
        for (int status : statuses) {
            nextStatuses.add(status);
        }
    }

    /** What it answers to what it takes. */
    public void answer(ExportTraceServiceResponse answer) {
        response = answer;
    }

    /** Refuses requests of more spans, as too large. */
    public void refuseAbove(int spans) {
        mostSpans = spans;
    }

    /** What it took. */
    public List<ExportTraceServiceRequest> requests() {
        return requests;
    }

    /** Content type and authorization of each request. */
    public List<String> headers() {
        return headers;
    }

    /** The spans of all that it took. */
    public List<Span> spans() {
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
