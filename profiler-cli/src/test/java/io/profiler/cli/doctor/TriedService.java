// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.profiler.point.TracePoint;
import io.profiler.propagation.Acceptance;
import io.profiler.propagation.HeaderVerdict;
import io.profiler.propagation.HeaderVerdict.Reason;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import io.profiler.store.ConnectionString;
import io.profiler.store.OpenedStores;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A service like a profiled one, as far as the doctor can see it. */
final class TriedService implements AutoCloseable {

    private final HttpServer server;
    private HeaderVerifier verifier = new HeaderVerifier(List.of("123"));
    private boolean looksAtRequests = true;
    private boolean hasMeters;
    private boolean hasProfiler = true;
    private int statusOfProfiled = 200;
    private String store = "";

    TriedService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::page);
        server.createContext("/actuator/metrics/", this::meter);
        server.start();
    }

    TriedService strict() {
        verifier = new HeaderVerifier(List.of("123"), new Acceptance(true, Duration.ZERO, 64), InstantSource.system());
        return this;
    }

    TriedService withMeters() {
        hasMeters = true;
        return this;
    }

    TriedService withoutProfiler() {
        hasProfiler = false;
        return withoutLook();
    }

    TriedService withoutLook() {
        looksAtRequests = false;
        return this;
    }

    TriedService failingWhenProfiled() {
        statusOfProfiled = 500;
        return this;
    }

    TriedService storingInto(String connectionString) {
        store = connectionString;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/page";
    }

    private void page(HttpExchange exchange) throws IOException {
        TraceContext context = looksAtRequests ? context(exchange) : null;
        if (context != null) {
            exchange.getResponseHeaders().set(SignedHeaders.TRACE_ID, context.baseId());
            if (!store.isEmpty()) {
                write(context.baseId());
            }
        }
        answer(exchange, context == null ? 200 : statusOfProfiled, "page");
    }

    private TraceContext context(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst(TraceToken.HEADER);
        String info = exchange.getRequestHeaders().getFirst(SignedHeaders.TRACE_INFO);
        if (token == null && info == null) {
            return null;
        }
        HeaderVerdict verdict = token == null
                ? verifier.verify(info, exchange.getRequestHeaders().getFirst(SignedHeaders.TRACE_HMAC))
                : verifier.verifyToken(token, "GET", exchange.getRequestURI().getPath());
        return verdict.context();
    }

    private void write(String id) {
        Map<String, Object> info = Map.of("host", "h");
        try (OpenedStores stores = TraceStores.openAll(new ConnectionString(store), StoreOptions.defaults())) {
            stores.append(List.of(
                    new TracePoint("wsgi-start", id, "span", id, "2026-01-31T12:00:00.000000", info, "p", "s"),
                    new TracePoint("wsgi-stop", id, "span", id, "2026-01-31T12:00:01.000000", info, "p", "s")));
        }
    }

    private void meter(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/actuator/metrics/".length());
        boolean known = hasMeters && (name.equals("jvm.info") || hasProfiler && name.equals("profiler.headers"));
        String query = exchange.getRequestURI().getQuery();
        long count = query == null ? 1 : verifier.count(reason(query.substring("tag=reason:".length())));
        answer(
                exchange,
                known ? 200 : 404,
                "{\"measurements\": [{\"statistic\": \"COUNT\", \"value\": " + count + ".0}]}");
    }

    private static Reason reason(String tag) {
        return Reason.valueOf(tag.toUpperCase(Locale.ROOT));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
