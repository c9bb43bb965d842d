// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.TracePoints;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanSelectionTest {

    private static List<String> chosen(Report report, int most) {
        return report.spans().stream()
                .filter(SpanSelection.of(report, most))
                .map(ReportSpan::name)
                .toList();
    }

    @Test
    void choosesTheLongestSpansAndWhatIsAboveThem() {
        Report report = TracePoints.report(
                span("root", "r", "base", 0, 100),
                span("short", "s", "r", 1, 2),
                span("below", "b", "s", 1, 60),
                span("other", "o", "r", 3, 4));

        assertThat(chosen(report, 3)).containsExactlyInAnyOrder("root", "short", "below");
    }

    @Test
    void choosesNoSpanForWhoseParentThereIsNoRoom() {
        Report report = TracePoints.report(
                span("root", "r", "base", 0, 100), span("short", "s", "r", 1, 2), span("below", "b", "s", 1, 60));

        assertThat(chosen(report, 2)).containsExactly("root", "short");
    }

    @Test
    void choosesSpansWhoseParentsLeadInACircle() {
        Report report = TracePoints.report(
                span("x", "x", "y", 0, 100), span("y", "y", "x", 1, 2), span("other", "o", "x", 3, 4));

        assertThat(chosen(report, 2)).containsExactlyInAnyOrder("x", "y");
    }
}
