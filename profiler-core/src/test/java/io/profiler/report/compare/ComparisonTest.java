// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.internal.analysis.PathStatistics;
import java.util.List;
import java.util.stream.Stream;
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
                        new PathChange(List.of("r", "a"), finished(2, 20), finished(1, 60)),
                        new PathChange(List.of("r", "a", "a"), finished(0, 0), finished(1, 7)),
                        new PathChange(List.of("r", "gone"), finished(1, 5), finished(0, 0)),
                        new PathChange(List.of("r"), finished(1, 100), finished(1, 103)),
                        new PathChange(List.of("r", "a", "a", "gone"), finished(0, 0), finished(1, 1)));
    }

    @Test
    void doesNotTakeASpanThatNeverEndedForAFasterOne() {
        Report before = TracePoints.report(span("r", "r", "base", 0, 100), span("a", "1", "r", 0, 50));
        Report after = TracePoints.report(
                span("r", "r", "base", 0, 300),
                span("a", "1", "r", 0, 20),
                Stream.of(TracePoints.start("a", "2", "r", 30)));

        List<PathChange> changes = Comparison.of(before, after).changes();

        assertThat(changes)
                .containsExactly(
                        new PathChange(List.of("r", "a"), finished(1, 50), new PathTotals(2, 1, 20, 0)),
                        new PathChange(List.of("r"), finished(1, 100), finished(1, 300)));
        assertThat(changes).extracting(PathChange::isTimeKnown).containsExactly(false, true);
    }

    @Test
    void doesNotKnowHowLongAPathTookThatIsUnfinishedInBoth() {
        Report hanging = TracePoints.report(Stream.of(TracePoints.start("r", "r", "base", 0)));

        assertThat(Comparison.of(hanging, hanging).changes()).noneMatch(PathChange::isTimeKnown);
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

    private static PathTotals finished(long count, long micros) {
        return new PathTotals(count, 0, micros, 0);
    }
}
