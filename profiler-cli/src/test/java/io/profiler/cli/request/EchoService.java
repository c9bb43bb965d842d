// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.profiler.point.TracePoint;
import io.profiler.propagation.HeaderVerdict;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceToken;
import io.profiler.store.ConnectionString;
import io.profiler.store.OpenedStores;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A service that keeps the last request, and like a profiled one answers a signed request with the id of its trace. */
final class EchoService implements AutoCloseable {

    private final HttpServer server;
    private final HeaderVerifier verifier = new HeaderVerifier(List.of("123"));

    private volatile String store = "";
    private volatile String link = "";
    private volatile String method = "";
    private volatile String target = "";
    private volatile String body = "";
    private volatile Headers headers = new Headers();
    private volatile byte[] answer = "{\"answer\": \"\u017elu\u0165ou\u010dk\u00fd\"}".getBytes(StandardCharsets.UTF_8);
    private volatile String answerType = "application/json";
    private volatile Ending ending = Ending.WHOLE;

    /** How its answers end. */
    enum Ending {
        WHOLE,
        NEVER,
        BROKEN_OFF
    }

    EchoService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        method = exchange.getRequestMethod();
        target = exchange.getRequestURI().toString();
        headers = exchange.getRequestHeaders();
        body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (verdict().context() != null) {
            exchange.getResponseHeaders()
                    .set(SignedHeaders.TRACE_ID, verdict().context().baseId());
            storeTrace(verdict().context().baseId());
        }
        if (!link.isEmpty()) {
            exchange.getResponseHeaders().set("Link", link);
        }
        exchange.getResponseHeaders().set("Content-Type", answerType);
        exchange.sendResponseHeaders(201, ending == Ending.WHOLE ? answer.length : 0);
        exchange.getResponseBody().write(answer);
        exchange.getResponseBody().flush();
        if (ending == Ending.BROKEN_OFF) {
            throw new IOException("broken off");
        }
        if (ending == Ending.WHOLE) {
            exchange.close();
        }
    }

    /** Where its traces are from now on. */
    String storesInto(String connectionString) {
        store = connectionString;
        return connectionString;
    }

    private void storeTrace(String id) {
        if (store.isEmpty()) {
            return;
        }
        try (OpenedStores stores = TraceStores.openAll(new ConnectionString(store), StoreOptions.defaults())) {
            Map<String, Object> request = Map.of("host", "h", "request", Map.of("method", method, "path", target));
            stores.append(List.of(
                    new TracePoint("wsgi-start", id, "span", id, "2026-01-31T12:00:00.000000", request, "p", "s"),
                    new TracePoint(
                            "wsgi-stop", id, "span", id, "2026-01-31T12:00:01.000000", Map.of("host", "h"), "p", "s")));
        }
    }

    /** The header that its answers have from now on. */
    void links(String header) {
        link = header;
    }

    /** What it answers from now on. */
    void answers(byte[] content, String type) {
        answer = content;
        answerType = type;
    }

    /** How its answers end from now on. */
    void ends(Ending how) {
        ending = how;
    }

    void answers(String content) {
        answers(content.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    HeaderVerdict verdict() {
        String token = header(TraceToken.HEADER);
        return token == null
                ? verifier.verify(header(SignedHeaders.TRACE_INFO), header(SignedHeaders.TRACE_HMAC))
                : verifier.verifyToken(token, method, target);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    String body() {
        return body;
    }

    String header(String name) {
        return headers.getFirst(name);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
