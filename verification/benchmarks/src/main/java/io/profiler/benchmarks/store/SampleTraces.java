// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.profiler.point.TracePoint;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Traces of a request that asks a database: twenty spans each, with what the layers say about them. */
final class SampleTraces {

    private static final int SPANS = 20;
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final String HOST = "orders-1.example.org";

    private SampleTraces() {}

    /** Points of new traces, in the order in which they are made. */
    static List<TracePoint> batch() {
        List<TracePoint> points = new ArrayList<>(Settings.BATCH_SIZE);
        while (points.size() < Settings.BATCH_SIZE) {
            points.addAll(trace(UUID.randomUUID().toString(), SPANS));
        }
        return points;
    }

    /** Points of one trace. */
    static List<TracePoint> trace(String baseId, int spans) {
        List<TracePoint> points = new ArrayList<>(2 * spans);
        String request = UUID.randomUUID().toString();
        points.add(point("wsgi-start", baseId, request, baseId, requestInfo()));
        for (int span = 1; span < spans; span++) {
            String statement = UUID.randomUUID().toString();
            points.add(point("db-start", baseId, statement, request, statementInfo(span)));
            points.add(point("db-stop", baseId, statement, request, Map.of("host", HOST)));
        }
        points.add(point("wsgi-stop", baseId, request, baseId, Map.of("host", HOST)));
        return points;
    }

    private static Map<String, Object> requestInfo() {
        return Map.of(
                "host",
                HOST,
                "request",
                Map.of("path", "/v2/queues/orders/messages", "query", "limit=10", "method", "GET", "scheme", "https"));
    }

    private static Map<String, Object> statementInfo(int id) {
        String statement = "SELECT id, customer, created_at, total FROM orders WHERE customer = ? AND id > ? LIMIT 10";
        return Map.of("host", HOST, "db", Map.of("statement", statement, "params", Map.of("id", id)));
    }

    private static TracePoint point(
            String name, String baseId, String traceId, String parentId, Map<String, Object> info) {
        String timestamp = TIMESTAMP.format(LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
        return new TracePoint(name, baseId, traceId, parentId, timestamp, Map.copyOf(info), "shop", "orders");
    }
}
