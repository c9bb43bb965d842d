// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.RecordedTrace;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.TracePoints;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanGroupsTest {

    @Test
    void addsUpByName() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 1000),
                IntStream.rangeClosed(1, 100).boxed().flatMap(i -> span("q", "q" + i, "r", 0, i)));

        Map<String, SpanFigures> figures = SpanGroups.byName(report, SelfTimes.of(report));

        assertThat(figures.keySet()).containsExactly("r", "q");
        assertThat(figures).containsEntry("r", new SpanFigures(1, 0, 1000, 900, 1000, 1000, 1000, 1000, 1000, 0));
        assertThat(figures).containsEntry("q", new SpanFigures(100, 0, 5050, 5050, 1, 50, 95, 99, 100, 0));
    }

    @Test
    void takesTheSmallerMiddleForTheMedian() {
        Report report = TracePoints.report(span("q", "1", "base", 0, 10), span("q", "2", "base", 0, 30));

        assertThat(SpanGroups.byName(report, SelfTimes.of(report)).get("q").medianMicros())
                .isEqualTo(10);
    }

    @Test
    void countsWhatIsIncompleteWithoutATime() {
        Report report =
                TracePoints.report(span("q", "1", "base", 0, 10), Stream.of(TracePoints.start("q", "2", "base", 5)));

        assertThat(SpanGroups.byName(report, SelfTimes.of(report)))
                .containsEntry("q", new SpanFigures(2, 1, 10, 10, 10, 10, 10, 10, 10, 0));
    }

    @Test
    void hasNoTimesIfNothingIsComplete() {
        Report report = TracePoints.report(Stream.of(TracePoints.start("q", "1", "base", 5)));

        assertThat(SpanGroups.byName(report, SelfTimes.of(report)))
                .containsEntry("q", new SpanFigures(1, 1, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void addsUpByFunction() {
        Report report = TracePoints.report(span("r", "r", "base", 0, 100), call("1", 0, 10), call("2", 20, 50));

        assertThat(SpanGroups.by(ReportSpan::function, report, SelfTimes.of(report)))
                .containsOnlyKeys("shop.Orders.find")
                .containsEntry("shop.Orders.find", new SpanFigures(2, 0, 40, 40, 10, 10, 30, 30, 30, 0));
    }

    private static Stream<TracePoint> call(String id, int from, int to) {
        Map<String, ?> info = Map.of("function", Map.of("name", "shop.Orders.find"));
        return Stream.of(
                TracePoints.point("db-start", id, "r", from, info),
                TracePoints.point("db-stop", id, "r", to, Map.of()));
    }

    @Test
    void countsErrors() {
        Report report = RecordedTrace.named("exception-in-the-middle").report();

        assertThat(SpanGroups.byName(report, SelfTimes.of(report)).get("rpc").errors())
                .isOne();
    }
}
