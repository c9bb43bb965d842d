// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.format.MarkdownReportRenderer;
import io.profiler.report.internal.text.ReadableDuration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceCostTest {

    private static Stream<TracePoint> span(String host, String id, String parent, Map<String, ?> stop) {
        return Stream.of(
                TracePoints.point(id + "-start", id, parent, 0, Map.of("host", host)),
                TracePoints.point(id + "-stop", id, parent, 100, stop));
    }

    private static final Report REPORT = TracePoints.report(
            span("one", "r", "base", Map.of("alloc", 12_300_000, "cpu", 140_000)),
            span("one", "below", "r", Map.of("alloc", 5_000_000, "cpu", 1)),
            span("two", "callee", "below", Map.of("alloc", 1_000_000, "cpu", 2_000)));

    @Test
    void isWhatTheTopmostSpansOfServicesTell() {
        assertThat(TraceCost.of(REPORT)).isEqualTo(new TraceCost(13_300_000L, 142_000L));
        assertThat(TraceCost.of(REPORT).words(new ReadableDuration("µs")))
                .isEqualTo("13.3 MB allocated, 142 ms of processor time");
    }

    @Test
    void isUnknownWhereNoneTells() {
        Report report = TracePoints.report(
                span("one", "r", "base", Map.of("alloc", -1, "cpu", "much")), span("one", "s", "base", Map.of()));

        assertThat(TraceCost.of(report)).isEqualTo(new TraceCost(null, null));
        assertThat(TraceCost.of(report).words(new ReadableDuration("µs"))).isNull();
    }

    /** As where several threads worked for the request. */
    @Test
    void ofProcessorTimeIsUnknownWhereOneTellsOnlyWhatItAllocated() {
        Report report = TracePoints.report(
                span("one", "r", "base", Map.of("alloc", 2_000_000, "cpu", 140_000)),
                span("two", "callee", "r", Map.of("alloc", 1_000_000)));

        assertThat(TraceCost.of(report)).isEqualTo(new TraceCost(3_000_000L, null));
    }

    @Test
    void doesNotOverflow() {
        Report report = TracePoints.report(
                span("one", "r", "base", Map.of("alloc", Long.MAX_VALUE)),
                span("one", "s", "base", Map.of("alloc", Long.MAX_VALUE)));

        assertThat(TraceCost.of(report).allocatedBytes()).isPositive();
    }

    @Test
    void isSaidInTheHeads() {
        assertThat(Rendering.tree(REPORT)).contains("13.3 MB allocated, 142 ms of processor time");
        assertThat(Rendering.text(new MarkdownReportRenderer(Rendering.CLOCK), REPORT))
                .contains("13.3 MB allocated, 142 ms of processor time");
        assertThat(List.of(Rendering.tree(Report.of(TracePoints.nested(2))))).noneMatch(tree -> tree.contains("alloc"));
    }
}
