// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.internal.OccasionalLog;
import io.profiler.store.backend.Retention;
import io.profiler.store.backend.SweepTimer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Has the server delete what has expired, now and then, while something is written, and a bounded part at a time: what is
 * under way ends soon, whoever gives up waiting for it. The writer does not wait; the server does answer in the end, since
 * it would keep a document in {@code .tasks} else, and the next sweep begins after that.
 */
final class Sweep {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOCUMENTS_AT_A_TIME = 10_000;
    private static final String PATH = "/" + OsprofilerIndexes.POINTS + ',' + OsprofilerIndexes.FAILED
            + "/_delete_by_query?conflicts=proceed&ignore_unavailable=true&max_docs="
            + DOCUMENTS_AT_A_TIME;

    private final ElasticsearchConnection connection;
    private final OccasionalLog warning;
    private final @Nullable SweepTimer timer;
    private final AtomicBoolean underway = new AtomicBoolean();

    Sweep(ElasticsearchConnection connection, OccasionalLog warning, Retention retention) {
        this(connection, warning, timer(retention.duration()));
    }

    Sweep(ElasticsearchConnection connection, OccasionalLog warning, @Nullable SweepTimer timer) {
        this.connection = connection;
        this.warning = warning;
        this.timer = timer;
    }

    private static @Nullable SweepTimer timer(@Nullable Duration kept) {
        return kept == null ? null : new SweepTimer(bounded(kept.dividedBy(10)));
    }

    private static Duration bounded(Duration duration) {
        Duration atLeast = duration.compareTo(SHORTEST) < 0 ? SHORTEST : duration;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    void runIfDue() {
        SweepTimer sweeps = timer;
        if (sweeps != null && !underway.get() && sweeps.takeTurn()) {
            underway.set(true);
            connection
                    .sendLater("POST", PATH, Map.of("query", Queries.EXPIRED))
                    .whenComplete((answer, failure) -> ended(sweeps, answer, failure));
        }
    }

    private void ended(SweepTimer sweeps, @Nullable Map<String, @Nullable Object> answer, @Nullable Throwable failure) {
        if (answer != null && Integer.valueOf(DOCUMENTS_AT_A_TIME).equals(answer.get("deleted"))) {
            sweeps.sweepSoon();
        }
        underway.set(false);
        if (failure != null && !connection.isClosed()) {
            warning.warn("What has expired is not deleted: " + failure.getMessage());
        }
    }
}
