// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.RecordedTrace;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.TracePoints;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelfTimesTest {

    @Test
    void subtractsChildrenThatFollowEachOther() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100), span("a", "a", "r", 10, 30), span("b", "b", "r", 40, 70));

        assertThat(selfTimes(report)).isEqualTo(Map.of("r", 50L, "a", 20L, "b", 30L));
    }

    @Test
    void subtractsTheUnionOfParallelChildren() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                span("a", "a", "r", 10, 60),
                span("b", "b", "r", 20, 40),
                span("c", "c", "r", 50, 80));

        assertThat(selfTimes(report)).containsEntry("r", 30L);
    }

    @Test
    void subtractsOnlyWhatLiesWithinTheSpan() {
        Report report = TracePoints.report(
                span("r", "r", "base", 100, 200),
                span("early", "early", "r", 50, 120),
                span("late", "late", "r", 190, 400),
                span("after", "after", "r", 300, 400));

        assertThat(selfTimes(report)).containsEntry("r", 70L);
    }

    @Test
    void subtractsNoGrandchildren() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100), span("a", "a", "r", 10, 30), span("b", "b", "a", 15, 90));

        assertThat(selfTimes(report)).isEqualTo(Map.of("r", 80L, "a", 5L, "b", 75L));
    }

    @Test
    void isNothingWithoutADuration() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                span("backwards", "backwards", "r", 30, 10),
                Stream.of(TracePoints.start("open", "open", "r", 40)),
                span("below", "below", "open", 50, 60));

        assertThat(selfTimes(report)).isEqualTo(Map.of("r", 100L, "backwards", 0L, "open", 0L, "below", 10L));
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void liesBetweenNothingAndTheDuration(RecordedTrace trace) {
        Report report = trace.report();
        SelfTimes selfTimes = SelfTimes.of(report);

        assertThat(report.spans())
                .allSatisfy(span -> assertThat(selfTimes.micros(span)).isBetween(0L, span.durationMicros()));
    }

    private static Map<String, Long> selfTimes(Report report) {
        SelfTimes selfTimes = SelfTimes.of(report);
        return report.spans().stream().collect(Collectors.toMap(ReportSpan::name, selfTimes::micros));
    }
}
