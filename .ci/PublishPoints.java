// SPDX-License-Identifier: Apache-2.0

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.OpenedStores;
import io.profiler.store.TraceStores;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Sends as many trace points as it is told into the store of a connection string, and sends again what that has not
 * confirmed: {@code PublishPoints CONNECTION_STRING POINTS}. Two points a span, 100 points a trace.
 */
public final class PublishPoints {

    private static final int BATCH = 1_000;
    private static final int POINTS_A_TRACE = 100;

    private int failures;

    public static void main(String[] arguments) throws InterruptedException {
        Locale.setDefault(Locale.ROOT);
        new PublishPoints().publish(arguments[0], Integer.parseInt(arguments[1]));
    }

    private void publish(String connectionString, int points) throws InterruptedException {
        long start = System.nanoTime();
        try (OpenedStores store = TraceStores.openAll(new ConnectionString(connectionString), StoreOptions.defaults())) {
            for (int from = 0; from < points; from += BATCH) {
                List<TracePoint> batch = IntStream.range(from, Math.min(points, from + BATCH))
                        .mapToObj(PublishPoints::point)
                        .toList();
                publish(store, batch);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%d points, %.0f points/s, %d batches sent again%n", points, points / seconds, failures);
    }

    private void publish(OpenedStores store, List<TracePoint> batch) throws InterruptedException {
        while (true) {
            try {
                AppendResult result = store.append(batch);
                if (result.stored() != batch.size()) {
                    throw new IllegalStateException(result.toString());
                }
                return;
            } catch (StoreUnavailableException away) {
                failures++;
                Thread.sleep(200);
            }
        }
    }

    private static TracePoint point(int number) {
        String baseId = "11111111-2222-4333-8444-%012d".formatted(number / POINTS_A_TRACE);
        String traceId = "55555555-6666-4777-8888-%012d".formatted(number / 2);
        boolean start = number % 2 == 0;
        Map<String, Object> info = start
                ? Map.of("host", "node-1", "db", Map.of("statement", "SELECT * FROM messages WHERE id = ?", "params", ""))
                : Map.of("host", "node-1");
        String timestamp = "2026-01-31T12:%02d:%02d.%06d".formatted(number / 60_000 % 60, number / 1_000 % 60, number % 1_000_000);
        return new TracePoint(start ? "db-start" : "db-stop", baseId, traceId, baseId, timestamp, info, "demo", "api");
    }
}
