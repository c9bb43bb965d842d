// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.PointKey;
import io.profiler.store.backend.TraceTally;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Adds up the traces whose points wait in a queue, in any order, some of them more than once. Not thread-safe. */
final class QueuedTraces {

    private final Set<String> counted = new HashSet<>();
    private final Map<String, TraceTally> tallies = new LinkedHashMap<>();
    private final Map<String, String> lastErrors = new LinkedHashMap<>();

    void add(TracePoint point) {
        if (counted.add(PointKey.of(point))) {
            tallies.computeIfAbsent(point.baseId(), baseId -> new TraceTally()).add(point);
            if (point.errorType() != null) {
                lastErrors.put(point.baseId(), point.timestamp());
            }
        }
    }

    Stream<TraceSummary> all() {
        return tallies.values().stream().map(QueuedTraces::summary);
    }

    Stream<TraceSummary> failed() {
        return lastErrors.entrySet().stream()
                .map(failed -> summary(Objects.requireNonNull(tallies.get(failed.getKey())))
                        .withLastError(failed.getValue()));
    }

    private static TraceSummary summary(TraceTally tally) {
        return Objects.requireNonNull(tally.summary());
    }
}
