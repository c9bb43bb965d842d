// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.RecordedTrace;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class HtmlReportRendererTest {

    @Test
    void itsPolicyAllowsItsOwnStyleAndScriptAlone() throws NoSuchAlgorithmException {
        PageText page = PageText.of(RecordedTrace.named("two-services").report());

        assertThat(page.between("Content-Security-Policy\" content=\"", "\""))
                .isEqualTo("default-src 'none'; style-src " + hash(page.between("<style>", "</style>"))
                        + "; script-src " + hash(page.between("<script type=\"module\">", "</script>"))
                        + "; img-src data:; base-uri 'none'; form-action 'none'"
                        + "; require-trusted-types-for 'script'; trusted-types 'none'");
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void holdsEverySpanOfARecordedTrace(RecordedTrace trace) {
        Report report = trace.report();

        JsonNode spans = PageText.of(report).data().get("spans");

        assertThat(spans.get("id").size()).isEqualTo(report.spans().size());
        assertThat(spans.values())
                .allMatch(column -> column.size() == report.spans().size());
    }

    @Test
    void holdsWhatASpanIsAndWhenItRan() {
        PageText page =
                PageText.of(RecordedTrace.named("exception-in-the-middle").report());

        assertThat(page.texts("name")).containsExactly("wsgi", "rpc", "db", "cache");
        assertThat(page.texts("error")).containsExactly("", "ValueError", "", "");
        assertThat(page.texts("message")).containsExactly("", "boom in the middle", "", "");
        assertThat(page.texts("subject")).containsExactly("POST /x", "", "INSERT", "");
        assertThat(page.numbers("parent")).containsExactly(-1L, 0L, 1L, 0L);
    }

    @Test
    void tellsLayersFromNames() {
        PageText page = PageText.of(RecordedTrace.named("zaqar-message-post").report());

        assertThat(page.data().get("layers").findValuesAsString("label"))
                .containsExactly("Transport", "Management store", "Message store");
    }

    @Test
    void dataIsNeverMarkup() {
        String hostile =
                "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>${alert(1)}'\"&\u2028\u0000\ud800";
        Map<String, Object> info = Map.of("etype", hostile, "message", hostile, "request", Map.of("path", hostile));
        TracePoint start = new TracePoint(
                hostile, hostile, hostile, hostile, "2026-01-31T12:00:00.000000", info, hostile, hostile);
        TracePoint stop = new TracePoint(
                hostile + "-stop", hostile, hostile, hostile, "2026-01-31T12:00:00.000009", info, hostile, hostile);

        PageText page = PageText.of(Report.of(List.of(start, stop)));

        assertThat(page.dataBlock()).doesNotContain("<", ">", "&", "'").isASCII();
        assertThat(page.data().at("/spans/id/0").stringValue()).isEqualTo(hostile);
        assertThat(page.texts("message")).containsExactly(hostile);
        assertThat(page.between("<title>", "</title>")).doesNotContain("<", ">", "\u2028", "\u0000");
        assertThat(page.between("<noscript>", "</noscript>")).doesNotContain("<script", "<img", "<!--", "\u2028");
    }

    @Test
    void tellsItsVerdictWithoutScriptsToo() {
        PageText page =
                PageText.of(RecordedTrace.named("exception-in-the-middle").report());

        assertThat(page.between("<noscript>", "</noscript>"))
                .contains("<h1>POST /x</h1>\n<p>8.60 ms, 4 spans</p>")
                .contains("<p><strong><code>rpc</code> failed with <code>ValueError</code>, and no span above failed")
                .contains("<p>in no span 38 %, cache 27 %, Database 27 %, Remote calls 8 %</p>")
                .contains("<tr><th><code>db INSERT</code></th><td>1 ×</td><td>2.30 ms</td><td>27 %</td></tr>");
    }

    @Test
    void isSmallWhereTheTraceIs() {
        assertThat(PageText.of(RecordedTrace.named("exception-in-the-middle").report())
                        .html()
                        .getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(150_000);
    }

    @Test
    void namesTheSpansThatProveItsVerdict() {
        JsonNode verdict = PageText.of(
                        RecordedTrace.named("exception-in-the-middle").report())
                .data()
                .get("verdict");

        assertThat(verdict.at("/findings/0/rule").stringValue()).isEqualTo("Swallowed error");
        assertThat(verdict.at("/findings/0/spans")).hasToString("[1]");
        assertThat(verdict.at("/rows/2/what")).hasToString("[\"\",\"db INSERT\"]");
        assertThat(verdict.at("/rows/2/spans")).hasToString("[2]");
    }

    @Test
    void namesAllSpansHoweverManyTheyAre() {
        List<TracePoint> points = new ArrayList<>();
        points.add(TracePoints.start("wsgi", "root", "base", 0));
        for (int span = 1; span <= 1_100; span++) {
            points.add(TracePoints.start("db", "s" + span, "root", 10 * span));
            points.add(TracePoints.stop("db", "s" + span, "root", 10 * span + 9));
        }
        points.add(TracePoints.stop("wsgi", "root", "base", 12_000));

        JsonNode rows = PageText.of(Report.of(points)).data().at("/verdict/rows");

        assertThat(rows.valueStream().map(row -> row.get("count").intValue())).contains(1_100);
        assertThat(rows.values())
                .allMatch(row -> row.get("spans").size() == row.get("count").intValue());
    }

    @Test
    void writesARecordThatSaysMoreThanItsSpanAsItIs() {
        TracePoint start = TracePoints.start("n", "1", "base", 0);
        TracePoint other = new TracePoint(
                "n-stop", "base", "1", "base", "2026-01-31T12:00:00.000009", Map.of(), "another project", "api");

        JsonNode data = PageText.of(Report.of(List.of(start, other))).data();

        JsonNode records = data.at("/events/record");
        assertThat(records.get(0).intValue()).isZero();
        assertThat(data.at("/strings/" + records.get(1).intValue()).stringValue())
                .contains("\"project\": \"another project\"");
    }

    @Test
    void showsSpansInACycleAfterAllOthersAndCutsItAtTheEarliest() {
        Report report = Report.of(List.of(
                TracePoints.start("root", "r", "base", 0),
                TracePoints.start("y", "y", "x", 20),
                TracePoints.start("x", "x", "y", 10),
                TracePoints.start("below", "b", "x", 30)));

        PageText page = PageText.of(report);

        assertThat(page.texts("name")).containsExactly("root", "x", "y", "below");
        assertThat(page.numbers("parent")).containsExactly(-1L, -1L, 1L, 1L);
        assertThat(page.data().at("/head/complete").booleanValue()).isFalse();
        assertThat(page.data().get("findings").findValuesAsString("text")).anyMatch(text -> text.contains("cycle"));
    }

    @Test
    void showsTheLongestAndTheFailedOfTooManySpansWithWhatIsAboveThem() {
        Report report = Report.of(List.of(
                TracePoints.start("root", "r", "base", 0),
                TracePoints.stop("root", "r", "base", 100),
                TracePoints.start("short", "s", "r", 1),
                TracePoints.stop("short", "s", "r", 2),
                TracePoints.start("failed", "f", "s", 1),
                TracePoints.point("failed-stop", "f", "s", 1, Map.of("etype", "E")),
                TracePoints.start("long", "l", "r", 10),
                TracePoints.stop("long", "l", "r", 20)));

        assertThat(PageTree.of(report, SpanSelection.of(report, 3)))
                .extracting(placed -> placed.span().name())
                .containsExactly("root", "short", "failed");
    }

    @Test
    void drawsTenThousandSpansDeepAndNoPoints() {
        assertThat(PageText.of(Report.of(TracePoints.nested(10_000))).numbers("parent"))
                .hasSize(10_000);
        assertThat(PageText.of(Report.of(List.of())).data().at("/head/spans").intValue())
                .isZero();
    }
}
