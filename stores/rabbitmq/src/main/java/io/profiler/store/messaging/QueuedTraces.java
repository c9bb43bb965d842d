// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceListing;
import io.profiler.store.backend.TraceTally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up the traces whose points wait in a queue, in any order, some of them more than once. Not thread-safe. */
final class QueuedTraces {

    private static final float LOAD_FACTOR = 0.75f;
    private static final boolean BY_LAST_USE = true;

    /** A trace, with its last error. */
    private static final class Queued {

        private final TraceTally tally = new TraceTally();
        private @Nullable String lastError;

        private TraceSummary summary() {
            return Objects.requireNonNull(tally.summary());
        }
    }

    private final SeenPoints seen = new SeenPoints();
    private final Map<String, Queued> traces;

    /**
     * @param latest how many traces to keep, those whose points came last; 0 for all
     */
    QueuedTraces(int latest) {
        this.traces = new LinkedHashMap<>(16, LOAD_FACTOR, BY_LAST_USE) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Queued> eldest) {
                return latest > 0 && size() > latest;
            }
        };
    }

    void add(TracePoint point) {
        if (TraceListing.isListed(point.baseId()) && seen.add(point)) {
            Queued trace = traces.computeIfAbsent(point.baseId(), baseId -> new Queued());
            trace.tally.add(point);
            if (point.errorType() != null) {
                trace.lastError = point.timestamp();
            }
        }
    }

    Stream<TraceSummary> all() {
        return traces.values().stream().map(Queued::summary);
    }

    Stream<TraceSummary> failed() {
        return traces.values().stream()
                .filter(trace -> trace.lastError != null)
                .map(trace -> trace.summary().withLastError(Objects.requireNonNull(trace.lastError)));
    }
}
