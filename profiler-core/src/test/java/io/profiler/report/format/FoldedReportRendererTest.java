// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.HostileTrace;
import io.profiler.report.RecordedTrace;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.internal.analysis.SelfTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldedReportRendererTest {

    @Test
    void addsUpSelfTimesByPath() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                span("a", "1", "r", 10, 20),
                span("a", "2", "r", 30, 60),
                span("b", "3", "2", 30, 60),
                span("b", "4", "r", 70, 75));

        assertThat(folded(report)).isEqualTo("""
                r 55
                r;a 10
                r;a;b 30
                r;b 5""");
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void losesNoTime(RecordedTrace trace) {
        Report report = trace.report();
        SelfTimes selfTimes = SelfTimes.of(report);

        long total = folded(report)
                .lines()
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();

        assertThat(total)
                .isEqualTo(report.depthFirst().stream()
                        .mapToLong(placed -> selfTimes.micros(placed.span()))
                        .sum());
    }

    @Test
    void keepsHostileDataInItsFrames() {
        String folded = folded(HostileTrace.report(HostileTrace.TEXT));

        assertThat(folded.lines()).hasSize(2).allMatch(line -> line.matches(".* 500"));
        assertThat(folded.lines().map(line -> line.split(";").length)).containsExactly(1, 2);
        assertThat(folded.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    }

    @Test
    void boundsFrames() {
        assertThat(folded(HostileTrace.report("x".repeat(1_000_000)))).hasSizeLessThan(4000);
    }

    @Test
    void foldsWhatIsTooDeepIntoOneFrame() {
        String folded = folded(Report.of(TracePoints.nested(10_000)));

        assertThat(folded.lines()).hasSize(257);
        assertThat(folded.lines().reduce((first, last) -> last))
                .hasValueSatisfying(line -> assertThat(line).contains(";n;…"));
    }

    private static String folded(Report report) {
        return Rendering.text(new FoldedReportRenderer(), report);
    }
}
