// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.JvmReport;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.format.MarkdownReportRenderer;
import io.profiler.report.internal.text.ReadableDuration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JvmTimesTest {

    private static Report report(Object jvm) {
        return Report.of(List.of(
                TracePoints.start("wsgi", "r", "base", 0),
                TracePoints.stop("wsgi", "r", "base", 200_000),
                TracePoints.point(JvmReport.nameFor("wsgi"), "r", "base", 200_000, Map.of("jvm", jvm))));
    }

    private static Map<String, ?> event(String cause, long micros) {
        return Map.of("cause", cause, "at", 5, "micros", micros);
    }

    private static final Report TOLD = report(Map.of(
            "whole",
            true,
            "left_out",
            0,
            "events",
            List.of(event("lock", 80_000), event("gc", 41_000), event("lock", 100), event("class", 1_000))));

    @Test
    void addUpByCause() {
        assertThat(JvmTimes.of(TOLD).words(new ReadableDuration("µs")))
                .isEqualTo("the JVM tells: lock 80.1 ms, garbage collection 41.0 ms, class loading 1.00 ms");
    }

    @Test
    void areSaidInTheHeads() {
        assertThat(Rendering.tree(TOLD)).contains("\nthe JVM tells: lock 80.1 ms,");
        assertThat(Rendering.text(new MarkdownReportRenderer(Rendering.CLOCK), TOLD))
                .contains("\n\nthe JVM tells: lock 80.1 ms,");
    }

    @Test
    void sayIfTheyAreOfAPart() {
        Report report = report(Map.of("whole", true, "left_out", 3, "events", List.of(event("sleep", 9))));

        assertThat(JvmTimes.of(report).words(new ReadableDuration("µs")))
                .isEqualTo("the JVM tells in part: sleep 9 µs");
    }

    static List<Report> wrong() {
        return List.of(
                report("x"),
                report(Map.of()),
                report(Map.of("events", "x")),
                report(Map.of("events", Arrays.asList(null, 1, "x", List.of(), Map.of()))),
                report(Map.of("events", List.of(event("?", 5), event("lock", -5), Map.of("cause", "lock")))),
                Report.of(TracePoints.nested(2)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void passOverWhatCannotBeRead(Report report) {
        assertThat(JvmTimes.of(report).words(new ReadableDuration("µs"))).isNull();
        assertThat(Rendering.tree(report)).doesNotContain("the JVM tells");
    }

    @Test
    void doNotOverflow() {
        Report report = report(Map.of("events", List.of(event("lock", Long.MAX_VALUE), event("lock", Long.MAX_VALUE))));

        assertThat(JvmTimes.of(report).micros().get("lock")).isPositive();
    }
}
