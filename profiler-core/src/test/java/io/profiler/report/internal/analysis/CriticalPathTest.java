// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.span;
import static io.profiler.report.TracePoints.start;
import static io.profiler.report.TracePoints.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.RecordedTrace;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CriticalPathTest {

    @Test
    void leadsThroughChildrenAndTheGapsBetweenThem() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                span("a", "a", "r", 10, 30),
                span("b", "b", "r", 40, 70),
                span("c", "c", "b", 50, 70));

        assertThat(path(report)).containsExactly("r 0-10", "a 10-30", "r 30-40", "b 40-50", "c 50-70", "r 70-100");
    }

    @Test
    void leadsThroughTheParallelChildThatEndedLast() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                span("short", "short", "r", 10, 50),
                span("long", "long", "r", 10, 90),
                span("tiny", "tiny", "r", 20, 25));

        assertThat(path(report)).containsExactly("r 0-10", "long 10-90", "r 90-100");
    }

    @Test
    void leavesOutAChildThatTheNextOneDidNotWaitFor() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                span("first", "first", "r", 0, 20),
                span("overlapping", "overlapping", "r", 10, 50),
                span("last", "last", "r", 40, 100));

        assertThat(path(report)).containsExactly("first 0-20", "r 20-40", "last 40-100");
    }

    @Test
    void passesFromChildToChildWithoutAGap() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100), span("a", "a", "r", 0, 50), span("b", "b", "r", 50, 100));

        assertThat(path(report)).containsExactly("a 0-50", "b 50-100");
    }

    @Test
    void countsChildrenOnlyWithinTheirParent() {
        Report report = TracePoints.report(
                span("r", "r", "base", 100, 200),
                span("early", "early", "r", 50, 120),
                span("late", "late", "r", 150, 400),
                span("below", "below", "late", 160, 300),
                span("after", "after", "r", 210, 500));

        assertThat(path(report)).containsExactly("early 50-70", "r 70-100", "late 100-110", "below 110-150");
    }

    @Test
    void leadsThroughSeveralRoots() {
        Report report = TracePoints.report(
                span("first", "1", "base", 0, 30),
                span("second", "2", "base", 20, 60),
                span("third", "3", "base", 50, 100),
                span("below", "4", "3", 60, 100));

        assertThat(path(report)).containsExactly("first 0-30", "third 50-60", "below 60-100");
    }

    @Test
    void leavesOutSpansWhosePlaceIsNotKnown() {
        Report report = TracePoints.report(span("r", "r", "base", 0, 100), span("orphan", "o", "lost", 50, 300));

        assertThat(path(report)).containsExactly("r 0-100");
    }

    @Test
    void takesOrphansWhereThereIsNoRoot() {
        Report report = TracePoints.report(span("a", "a", "lost", 0, 100), span("b", "b", "lost", 100, 150));

        assertThat(path(report)).containsExactly("a 0-100", "b 100-150");
    }

    @Test
    void takesAnUnfinishedSpanUpToTheLastEndBelowIt() {
        Report report = TracePoints.report(
                Stream.of(start("r", "r", "base", 0), start("a", "a", "r", 10)),
                span("b", "b", "a", 20, 90),
                Stream.of(stop("late", "late", "a", 95)));

        assertThat(path(report)).containsExactly("r 0-10", "a 10-20", "b 20-90", "a 90-95");
    }

    @Test
    void leavesOutWhatEndsBeforeItBegins() {
        Report report = TracePoints.report(span("r", "r", "base", 0, 100), span("backwards", "b", "r", 50, 20));

        assertThat(path(report)).containsExactly("r 0-100");
    }

    @Test
    void isEmptyWithoutSpans() {
        assertThat(CriticalPath.of(Report.of(List.of()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void goesForwardWithinTheTrace(RecordedTrace trace) {
        Report report = trace.report();
        long reached = 0;

        for (PathSegment segment : CriticalPath.of(report)) {
            assertThat(segment.fromMicros()).isGreaterThanOrEqualTo(reached);
            assertThat(segment.durationMicros()).isPositive();
            reached = segment.toMicros();
        }

        assertThat(reached).isPositive().isLessThanOrEqualTo(report.durationMicros());
    }

    private static List<String> path(Report report) {
        return CriticalPath.of(report).stream()
                .map(segment -> segment.span().name() + " " + segment.fromMicros() + "-" + segment.toMicros())
                .toList();
    }
}
