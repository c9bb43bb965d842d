// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.backend.Retention;
import io.profiler.store.backend.SweepTimer;
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
    private final @Nullable SweepTimer timer;

    Sweep(ElasticsearchConnection connection, OccasionalLog warning, Retention retention) {
        Duration kept = retention.duration();
        this.connection = connection;
        this.warning = warning;
        this.timer = kept == null ? null : new SweepTimer(bounded(kept.dividedBy(10)));
    }

    private static Duration bounded(Duration duration) {
        Duration atLeast = duration.compareTo(SHORTEST) < 0 ? SHORTEST : duration;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    void runIfDue() {
        if (timer != null && timer.isDue()) {
            try {
                connection.send("POST", PATH, Map.of("query", Queries.EXPIRED));
            } catch (RefusedException | StoreUnavailableException refused) {
                warning.warn("What has expired is not deleted: " + refused.getMessage());
            }
        }
    }
}
