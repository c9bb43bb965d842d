// SPDX-License-Identifier: Apache-2.0

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.OpenedStores;
import io.profiler.store.TraceStores;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Sends 1,000 points of one trace in one batch, of which one is large, into the store of a connection string: {@code
 * WriteLargePoint CONNECTION_STRING CHARACTERS}. Prints what became of them.
 */
public final class WriteLargePoint {

    private static final int POINTS = 1_000;
    private static final int LARGE = 600;

    public static void main(String[] arguments) {
        String text = "x".repeat(Integer.parseInt(arguments[1]));
        List<TracePoint> points = IntStream.range(0, POINTS)
                .mapToObj(i -> point(i, i == LARGE ? Map.of("text", text) : Map.of()))
                .toList();
        try (OpenedStores store = TraceStores.openAll(new ConnectionString(arguments[0]), StoreOptions.defaults())) {
            AppendResult result = store.append(points);
            System.out.println(result.stored() + " stored, " + result.rejected() + " rejected");
        }
    }

    private static TracePoint point(int number, Map<String, Object> info) {
        return new TracePoint(
                "db-start", "large", "span-" + number, "large", "2026-01-31T12:00:00.123456", info, "demo", "java");
    }
}
