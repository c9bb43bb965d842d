// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.point;
import static io.profiler.report.TracePoints.start;
import static io.profiler.report.TracePoints.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.Manifest;
import io.profiler.point.TracePoint;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.format.MarkdownReportRenderer;
import io.profiler.report.html.HtmlReportRenderer;
import io.profiler.report.saved.SavedReport;
import io.profiler.report.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final String REQUEST = "0a1b2c3d-0000-4000-8000-00000000000";
    private static final String OTHER = "99999999-0000-4000-8000-00000000000";

    @Test
    void whatIsThereIsComplete() {
        Report report = Report.of(whole());

        assertThat(words(report)).isEqualTo("complete: 3 of 3 spans on web-1");
        assertThat(findings(report)).isEmpty();
        assertThat(words(SavedReport.read(Rendering.json(report)))).isEqualTo(words(report));
    }

    @Test
    void aReportHasTheSameFiguresWithAManifestAndWithout() {
        Report with = Report.of(whole());
        List<TracePoint> points = new ArrayList<>(whole());
        points.removeIf(TracePoint::isManifest);
        Report without = Report.of(points);

        assertThat(with.statistics()).isEqualTo(without.statistics());
        assertThat(with.durationMicros()).isEqualTo(without.durationMicros());
        assertThat(with.spans())
                .usingRecursiveComparison()
                .ignoringFields("events")
                .isEqualTo(without.spans());
        assertThat(ReportTotals.of(with)).isEqualTo(ReportTotals.of(without));
    }

    @Test
    void aSpanThatIsNotThereIsLostAndWhyIsSaid() {
        List<TracePoint> points = whole();
        points.removeIf(point -> point.traceId().equals(REQUEST + 2));
        tell(points, new Manifest(3, 6, Map.of("queue_full", 2L), 0));
        Report report = Report.of(points);

        assertThat(words(report)).isEqualTo("not complete: 2 of 3 spans on web-1");
        assertThat(findings(report)).containsExactly("1 of 3 spans is lost (queue full), on host: web-1");
    }

    @Test
    void figuresThatNobodyCanHaveDoNotAddUpToComplete() {
        List<TracePoint> points = whole();
        tell(points, new Manifest(Long.MAX_VALUE, Long.MAX_VALUE, Map.of("queue_full", Long.MAX_VALUE), 0));
        points.add(start("rpc", OTHER + 1, "base", 10));
        points.add(stop("rpc", OTHER + 1, "base", 20));
        points.add(told(OTHER + 1, new Manifest(Long.MAX_VALUE, Long.MAX_VALUE, Map.of(), 0)));
        Report report = Report.of(points);

        assertThat(words(report)).startsWith("not complete: 3 of ");
        assertThat(findings(report).get(0)).startsWith("2199023255548 of 2199023255552 spans are lost");
    }

    @Test
    void aVerdictOnWhatIsNotCompleteSaysSoWhereverItIsTold() {
        List<TracePoint> points = whole();
        assertThat(Verdict.of(Report.of(points)).reservation()).isNull();
        points.removeIf(point -> point.traceId().equals(REQUEST + 2));
        tell(points, new Manifest(3, 6, Map.of("queue_full", 2L), 0));
        Report report = Report.of(points);

        String said = "1 of 3 spans is lost (queue full): this is of what is there";
        assertThat(Verdict.of(report).reservation()).hasToString(said);
        assertThat(Rendering.tree(report)).contains(said);
        assertThat(Rendering.text(new MarkdownReportRenderer(), report)).contains(said);
        assertThat(Rendering.text(new HtmlReportRenderer(), report))
                .contains("<p>" + said + ".</p>")
                .contains("\"reservation\":[\"" + said + "\"]");
    }

    @Test
    void whatNobodyKnowsTheReasonOfIsLostAsWell() {
        List<TracePoint> points = whole();
        points.removeIf(point -> point.name().equals("db-stop"));
        Report report = Report.of(points);

        assertThat(findings(report))
                .containsExactly("1 of 3 spans is lost (not stored), on host: web-1", "1 span has no stop: db");
    }

    @Test
    void whatAnotherStoreLostIsNotMissingHere() {
        List<TracePoint> points = whole();
        tell(points, new Manifest(3, 6, Map.of("queue_full", 6L), 0));

        assertThat(words(Report.of(points))).isEqualTo("complete: 3 of 3 spans on web-1");
    }

    @Test
    void theReasonsOfAStrangerAreNotRepeated() {
        List<TracePoint> points = whole();
        points.removeIf(point -> point.traceId().equals(REQUEST + 2));
        tell(points, new Manifest(3, 6, Map.of("<script>", 2L), 4));

        assertThat(findings(Report.of(points)))
                .containsExactly(
                        "1 of 3 spans is lost (another reason), on host: web-1",
                        "what 4 events say is cut, because a limit of characters was reached, on host: web-1");
    }

    @Test
    void ofServicesThatDoNotTellNothingIsKnown() {
        List<TracePoint> points = whole();
        points.add(point("rpc-start", OTHER + 1, REQUEST + 1, 30, Map.of("host", "py-1")));
        points.add(point("rpc-stop", OTHER + 1, REQUEST + 1, 40, Map.of("host", "py-1")));

        assertThat(words(Report.of(points)))
                .isEqualTo("complete as far as known: 3 of 3 spans on web-1; not known on py-1");
        points.removeIf(TracePoint::isManifest);
        assertThat(words(Report.of(points))).isEmpty();
    }

    @Test
    void whereTheRequestTellsSeveralTimesTheLastWordCounts() {
        List<TracePoint> points = whole();
        points.add(0, told(new Manifest(1, 2, Map.of(), 0)));

        assertThat(words(Report.of(points))).isEqualTo("complete: 3 of 3 spans on web-1");
    }

    /** Stores and queues keep no order among points of one time. */
    @Test
    void aFailedRequestHasFailedWheneverItsManifestComes() {
        TracePoint start = start("wsgi", REQUEST + 1, "base", 1);
        TracePoint stop = point("wsgi-stop", REQUEST + 1, "base", 90, Map.of("etype", "java.io.IOException"));
        TracePoint manifest = told(new Manifest(1, 2, Map.of(), 0));

        for (List<TracePoint> points : List.of(List.of(start, manifest, stop), List.of(start, stop, manifest))) {
            assertThat(Report.of(points).spans().get(0).error()).hasToString("java.io.IOException");
        }
    }

    private static String words(Report report) {
        return Completeness.of(report).words(host -> host);
    }

    private static List<String> findings(Report report) {
        return Findings.in(report, Instant.parse("2026-01-31T13:00:00Z")).stream()
                .map(Finding::message)
                .toList();
    }

    private static List<TracePoint> whole() {
        List<TracePoint> points = new ArrayList<>();
        points.add(on(start("wsgi", REQUEST + 1, "base", 1)));
        points.add(on(start("controller", REQUEST + 2, REQUEST + 1, 2)));
        points.add(on(start("db", REQUEST + 3, REQUEST + 1, 3)));
        points.add(on(stop("db", REQUEST + 3, REQUEST + 1, 4)));
        points.add(on(stop("controller", REQUEST + 2, REQUEST + 1, 5)));
        points.add(told(new Manifest(3, 6, Map.of(), 0)));
        points.add(on(stop("wsgi", REQUEST + 1, "base", 90)));
        return points;
    }

    private static void tell(List<TracePoint> points, Manifest manifest) {
        points.replaceAll(point -> point.isManifest() ? told(manifest) : point);
    }

    private static TracePoint told(Manifest manifest) {
        return told(REQUEST + 1, manifest);
    }

    private static TracePoint told(String traceId, Manifest manifest) {
        return point(Manifest.nameFor("wsgi"), traceId, "base", 90, manifest.toInfo("web-1"));
    }

    private static TracePoint on(TracePoint point) {
        return new TracePoint(
                point.name(),
                point.baseId(),
                point.traceId(),
                point.parentId(),
                point.timestamp(),
                Map.of("host", "web-1"),
                point.project(),
                point.service());
    }
}
