// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTallyTest {

    /** Of which nothing has to be kept, however many there are. */
    @Test
    void spansAreCountedByTheirPointsAsADatabaseCountsThem() {
        List<TracePoint> twoStarts = List.of(point("a-start", "1"), point("b-start", "1"), point("a-stop", "1"));
        List<TracePoint> twoStops = List.of(point("a-start", "1"), point("a-stop", "1"), point("b-stop", "1"));

        assertThat(List.of(TraceTally.of(twoStarts), TraceTally.of(twoStops)))
                .extracting(TraceSummary::spans)
                .containsExactly(2L, 2L);
    }

    private static TracePoint point(String name, String traceId) {
        return new TracePoint(
                name, "base", traceId, "parent", "2026-01-31T12:00:00.123456", Map.of("host", "h"), "p", "s");
    }
}
