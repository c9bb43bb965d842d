// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void matchesSpansByPathAndSortsByWhatChangedMost() {
        Report before = TracePoints.report(
                span("r", "r", "base", 0, 100),
                span("a", "1", "r", 0, 10),
                span("a", "2", "r", 10, 20),
                span("gone", "g", "r", 20, 25));
        Report after = TracePoints.report(
                span("r", "r", "base", 0, 103),
                span("a", "1", "r", 0, 60),
                span("a", "2", "1", 0, 7),
                span("gone", "g", "2", 0, 1));

        assertThat(Comparison.of(before, after).changes())
                .containsExactly(
                        new PathChange(List.of("r", "a"), 2, 1, 20, 60, 0, 0),
                        new PathChange(List.of("r", "a", "a"), 0, 1, 0, 7, 0, 0),
                        new PathChange(List.of("r", "gone"), 1, 0, 5, 0, 0, 0),
                        new PathChange(List.of("r"), 1, 1, 100, 103, 0, 0),
                        new PathChange(List.of("r", "a", "a", "gone"), 0, 1, 0, 1, 0, 0));
    }

    @Test
    void comparesTracesAsDeepAsTheyHaveSpans() {
        Report deep = Report.of(TracePoints.nested(10_000));

        assertThat(Comparison.of(deep, deep).changes()).hasSize(257).allMatch(change -> change.differenceMicros() == 0);
    }

    @Test
    void addsUpSeveralTracesByPath() {
        PathStatistics statistics = new PathStatistics()
                .add(TracePoints.report(span("r", "r", "base", 0, 100)))
                .add(TracePoints.report(span("r", "r", "base", 0, 300)));

        assertThat(statistics.figures().values()).singleElement().satisfies(figures -> {
            assertThat(figures.count()).isEqualTo(2);
            assertThat(figures.medianMicros()).isEqualTo(100);
            assertThat(figures.p99Micros()).isEqualTo(300);
        });
    }
}
