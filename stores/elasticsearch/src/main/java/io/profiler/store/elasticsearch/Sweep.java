// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.point.OccasionalLog;
import io.profiler.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the server delete what has expired, now and then, while something is written; it does not wait for it. */
final class Sweep {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String PATH = "/" + OsprofilerIndexes.POINTS + ',' + OsprofilerIndexes.FAILED
            + "/_delete_by_query?conflicts=proceed&ignore_unavailable=true&wait_for_completion=false";

    private final ElasticsearchConnection connection;
    private final OccasionalLog warning;
    private final @Nullable Duration interval;
    private long lastNanos = System.nanoTime();

    /**
     * @param retention null for ever
     */
    Sweep(ElasticsearchConnection connection, OccasionalLog warning, @Nullable Duration retention) {
        this.connection = connection;
        this.warning = warning;
        this.interval = retention == null ? null : bounded(retention.dividedBy(10));
    }

    private static Duration bounded(Duration duration) {
        Duration atLeast = duration.compareTo(SHORTEST) < 0 ? SHORTEST : duration;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    void runIfDue() {
        if (isDue()) {
            try {
                connection.send("POST", PATH, Map.of("query", Queries.EXPIRED));
            } catch (RefusedException | StoreUnavailableException refused) {
                warning.warn("What has expired is not deleted: " + refused.getMessage());
            }
        }
    }

    private synchronized boolean isDue() {
        long now = System.nanoTime();
        if (interval == null || now - lastNanos < interval.toNanos()) {
            return false;
        }
        lastNanos = now;
        return true;
    }
}
