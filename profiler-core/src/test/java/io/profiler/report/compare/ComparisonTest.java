// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.internal.analysis.PathStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final PathTotals NONE = finished(0, 0, 0);

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
                        change(List.of("r", "a"), finished(2, 20, 20), finished(1, 60, 53)),
                        change(List.of("r"), finished(1, 100, 75), finished(1, 103, 43)),
                        change(List.of("r", "a", "a"), NONE, finished(1, 7, 6)),
                        change(List.of("r", "gone"), finished(1, 5, 5), NONE),
                        change(List.of("r", "a", "a", "gone"), NONE, finished(1, 1, 1)));
    }

    @Test
    void twoMethodsUnderOneNameAreTwoRows() {
        Report before = orders("a.Orders.list", 40_000, "a.Orders.count", 10_000);
        Report after = orders("a.Orders.list", 10_000, "a.Orders.count", 40_000);

        assertThat(Comparison.of(before, after).changes())
                .extracting(Change::step, Change::selfDifferenceMicros)
                .startsWith(
                        tuple(new Step("repository", "Orders.list"), -30_000L),
                        tuple(new Step("repository", "Orders.count"), 30_000L));
    }

    @Test
    void figuresOfSeveralTracesAreMediansAndRanges() {
        Comparison comparison =
                Comparison.of(List.of(taking(100), taking(300), taking(200)), List.of(taking(50), taking(60)));

        assertThat(comparison.before().micros()).isEqualTo(new Spread(200, 100, 300));
        assertThat(comparison.changes())
                .containsExactly(new Change(
                        List.of(new Step("r", null)),
                        new PathTotals(one(1), one(0), new Spread(200, 100, 300), new Spread(200, 100, 300), one(0)),
                        new PathTotals(one(1), one(0), new Spread(55, 50, 60), new Spread(55, 50, 60), one(0))));
    }

    @Test
    void doesNotTakeASpanThatNeverEndedForAFasterOne() {
        Report before = TracePoints.report(span("r", "r", "base", 0, 100), span("a", "1", "r", 0, 50));
        Report after = TracePoints.report(
                span("r", "r", "base", 0, 300),
                span("a", "1", "r", 0, 20),
                Stream.of(TracePoints.start("a", "2", "r", 30)));

        List<Change> changes = Comparison.of(before, after).changes();

        assertThat(changes)
                .containsExactly(
                        change(
                                List.of("r", "a"),
                                finished(1, 50, 50),
                                new PathTotals(one(2), one(1), one(20), one(20), one(0))),
                        change(List.of("r"), finished(1, 100, 50), finished(1, 300, 280)));
        assertThat(changes).extracting(Change::isTimeKnown).containsExactly(false, true);
    }

    @Test
    void doesNotKnowHowLongAPathTookThatIsUnfinishedInBoth() {
        Report hanging = TracePoints.report(Stream.of(TracePoints.start("r", "r", "base", 0)));

        assertThat(Comparison.of(hanging, hanging).changes()).noneMatch(Change::isTimeKnown);
    }

    @Test
    void comparesTracesAsDeepAsTheyHaveSpans() {
        Report deep = Report.of(TracePoints.nested(10_000));

        assertThat(Comparison.of(deep, deep).changes()).hasSize(257).allMatch(change -> change.differenceMicros() == 0);
    }

    @Test
    void addsUpSeveralTracesByPath() {
        PathStatistics<String> statistics = PathStatistics.byName()
                .add(TracePoints.report(span("r", "r", "base", 0, 100)))
                .add(TracePoints.report(span("r", "r", "base", 0, 300)));

        assertThat(statistics.figures().values()).singleElement().satisfies(figures -> {
            assertThat(figures.count()).isEqualTo(2);
            assertThat(figures.medianMicros()).isEqualTo(100);
            assertThat(figures.p99Micros()).isEqualTo(300);
        });
    }

    private static Report taking(int micros) {
        return TracePoints.report(span("r", "r", "base", 0, micros));
    }

    private static Report orders(String first, int firstMicros, String second, int secondMicros) {
        return Report.of(Stream.of(
                        span("r", "r", "base", 0, 100_000),
                        call(first, "1", 0, firstMicros),
                        call(second, "2", firstMicros, firstMicros + secondMicros))
                .flatMap(points -> points)
                .toList());
    }

    private static Stream<TracePoint> call(String function, String id, int from, int to) {
        return Stream.of(
                TracePoints.point("repository-start", id, "r", from, Map.of("function", Map.of("name", function))),
                TracePoints.stop("repository", id, "r", to));
    }

    private static Change change(List<String> names, PathTotals before, PathTotals after) {
        return new Change(names.stream().map(name -> new Step(name, null)).toList(), before, after);
    }

    private static PathTotals finished(long count, long micros, long selfMicros) {
        return new PathTotals(one(count), one(0), one(micros), one(selfMicros), one(0));
    }

    private static Spread one(long figure) {
        return new Spread(figure, figure, figure);
    }
}
