// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.point;
import static io.profiler.report.TracePoints.span;
import static io.profiler.report.TracePoints.start;
import static io.profiler.report.TracePoints.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.RecordedTrace;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.saved.SavedReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTotalsTest {

    @Test
    void tellsWhatFailedFromWhatIsMissing() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                Stream.of(start("failed", "f", "r", 1), point("failed-stop", "f", "r", 2, Map.of("etype", "E"))),
                Stream.of(start("unfinished", "u", "r", 3)),
                Stream.of(stop("neverStarted", "n", "r", 4)));

        ReportTotals totals = ReportTotals.of(report);

        assertThat(totals.spans()).isEqualTo(4);
        assertThat(totals.errors()).isEqualTo(1);
        assertThat(totals.unfinished()).isEqualTo(1);
        assertThat(totals.incomplete()).isEqualTo(2);
    }

    @Test
    void namesEachServiceOnceInTheOrderOfTheSpans() {
        assertThat(ReportTotals.of(RecordedTrace.named("two-services").report()).services())
                .containsExactly("nova/nova-api", "neutron/neutron-server");
    }

    @Test
    void namesNoServiceThatIsNotRecorded() {
        Report saved = SavedReport.read("""
                {"info": {}, "children": [{"info": {"name": "a", "project": "", "service": null}, "children": []}]}
                """);

        assertThat(ReportTotals.of(saved).services()).isEmpty();
    }

    @Test
    void countsTheSpansOfACycleOfWhichASavedReportHoldsTheNamesAlone() {
        RecordedTrace cycle = RecordedTrace.named("parent-cycle");
        Report saved = SavedReport.read(cycle.json());

        assertThat(saved.spans()).hasSizeLessThan(cycle.report().spans().size());
        assertThat(List.of(
                        ReportTotals.of(saved).spans(),
                        ReportTotals.of(cycle.report()).spans()))
                .containsOnly((long) cycle.report().spans().size());
    }
}
