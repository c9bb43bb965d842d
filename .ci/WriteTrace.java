// SPDX-License-Identifier: Apache-2.0

import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.OpenedStores;
import io.profiler.store.TraceStores;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes one trace of two spans, of which the second fails, into the store of a connection string; prints its id. */
public final class WriteTrace {

    private final String baseId = UUID.randomUUID().toString();

    public static void main(String[] arguments) {
        new WriteTrace().into(arguments[0]);
    }

    private void into(String connectionString) {
        String root = UUID.randomUUID().toString();
        String child = UUID.randomUUID().toString();
        Map<String, Object> request = Map.of("path", "/ž", "method", "GET", "query", "", "scheme", "http");
        List<TracePoint> points = List.of(
                point("wsgi-start", root, baseId, 1, Map.of("host", "h", "request", request)),
                point("db-start", child, root, 2, Map.of("host", "h", "db", Map.of("statement", "SELECT '\\\"'"))),
                point("db-stop", child, root, 4, Map.of("host", "h", "etype", "ValueError", "message", "boom")),
                point("wsgi-stop", root, baseId, 8, Map.of("host", "h")));
        try (OpenedStores store = TraceStores.openAll(new ConnectionString(connectionString), StoreOptions.defaults())) {
            store.append(points);
            store.append(points);
        }
        System.out.println(baseId);
    }

    private TracePoint point(String name, String traceId, String parentId, int millis, Map<String, Object> info) {
        String timestamp = "2026-01-31T12:00:00.00%s000".formatted(millis);
        return new TracePoint(name, baseId, traceId, parentId, timestamp, info, "demo", "java");
    }
}
