// SPDX-License-Identifier: Apache-2.0
package io.profiler.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a store has of the traces that the application wrote there. */
record StoredTraces(String connectionString) {

    static final int POINTS_A_TRACE = 2 * 12;

    void assertWhole(List<String> traces) {
        assertThat(points(traces)).isEqualTo((long) traces.size() * POINTS_A_TRACE);
    }

    /** Each once: a store that had one twice would have more of them. */
    private long points(List<String> traces) {
        try (TraceStore store = TraceStores.open(new ConnectionString(connectionString), StoreOptions.defaults())) {
            assertThat(store.list(TraceQuery.all()))
                    .extracting(TraceSummary::baseId)
                    .containsAll(traces);
            Set<String> keys = new HashSet<>();
            long points = 0;
            for (String trace : traces) {
                for (TracePoint point : store.read(trace)) {
                    points += isOfASpan(point) ? 1 : 0;
                    assertThat(keys.add(point.traceId() + point.name()))
                            .as(point.toString())
                            .isTrue();
                }
            }
            return points;
        }
    }

    private static boolean isOfASpan(TracePoint point) {
        return !point.name().contains("-manifest-");
    }
}
