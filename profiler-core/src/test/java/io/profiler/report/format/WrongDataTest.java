// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import static io.profiler.report.TracePoints.report;
import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.ComparisonPage;
import io.profiler.report.html.HtmlReportRenderer;
import io.profiler.report.internal.analysis.Finding;
import io.profiler.report.internal.analysis.FindingKind;
import io.profiler.report.internal.analysis.Findings;
import io.profiler.report.internal.analysis.PathStatistics;
import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A trace whose data is wrong is shown in every form, and what is wrong is said. */
class WrongDataTest {

    private static final Instant BEFORE_ALL_TRACES = Instant.parse("2000-01-01T00:00:00Z");

    static Stream<Arguments> traces() {
        return Stream.of(
                Arguments.of(FindingKind.NO_ROOT, report(span("a", "1", "x", 0, 5), span("b", "2", "y", 1, 4))),
                Arguments.of(
                        FindingKind.SEVERAL_ROOTS, report(span("a", "1", "base", 0, 5), span("b", "2", "base", 1, 4))),
                Arguments.of(
                        FindingKind.PARENT_CYCLE,
                        report(span("r", "r", "base", 0, 9), span("a", "1", "2", 0, 5), span("b", "2", "1", 1, 4))),
                Arguments.of(FindingKind.PARENT_CYCLE, report(span("a", "1", "2", 0, 5), span("b", "2", "1", 1, 4))),
                Arguments.of(FindingKind.MISSING_FIELD, report(span("", "", "", 0, 5))),
                Arguments.of(FindingKind.NEGATIVE_DURATION, report(span("a", "1", "base", 5, 0))),
                Arguments.of(FindingKind.FUTURE, report(span("a", "1", "base", 0, 5))),
                Arguments.of(FindingKind.FUTURE, lasting("2026-01-31T12:00:00.5", "9999-12-31T23:59:59.999999")),
                Arguments.of(FindingKind.PAST, lasting("0001-01-01T00:00:00.000000", "2026-01-31T12:00:00.500000")),
                Arguments.of(FindingKind.PAST, lasting("0001-01-01T00:00:00.000000", "9999-12-31T23:59:59.999999")),
                Arguments.of(FindingKind.UNREADABLE_TIME, lasting("garbage", "2026-01-31T12:00:00.500000")),
                Arguments.of(FindingKind.UNREADABLE_TIME, lasting("garbage", "+12026-01-31T12:00:00")),
                Arguments.of(FindingKind.PAST, SavedReport.read(resource("/saved-far-off-times.json"))),
                Arguments.of(FindingKind.PAST, SavedReport.read(saved("1013-11-22T14:49:34.614447", 0, 0))),
                Arguments.of(
                        FindingKind.NEGATIVE_DURATION,
                        SavedReport.read(saved("yesterday", Long.MAX_VALUE, Long.MIN_VALUE))),
                Arguments.of(
                        FindingKind.UNREADABLE_TIME,
                        SavedReport.read(saved("yesterday", Long.MIN_VALUE, Long.MAX_VALUE))),
                Arguments.of(FindingKind.MISSING_FIELD, SavedReport.read("""
                        {"info": {}, "stats": {}, "children": [{"info": {"meta.raw_payload.-start": {
                          "name": "-start", "base_id": "", "trace_id": "", "parent_id": "",
                          "timestamp": "2026-01-31T12:00:00.000001", "info": {}}}, "children": []}]}
                        """)));
    }

    /** Far more spans of such a duration than fit into a number, for whatever adds up. */
    private static Report lasting(String first, String last) {
        return Report.of(IntStream.range(0, 200)
                .boxed()
                .flatMap(i -> Stream.of(at("a-start", "s" + i, first), at("a-stop", "s" + i, last)))
                .toList());
    }

    private static TracePoint at(String name, String id, String timestamp) {
        return new TracePoint(name, "base", id, "base", timestamp, Map.of("host", "h"), "demo", "api");
    }

    private static String resource(String name) {
        try (InputStream json = WrongDataTest.class.getResourceAsStream(name)) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String saved(String timestamp, long started, long finished) {
        return """
                {"info": {"finished": %2$s, "last_trace_started": %2$s},
                 "stats": {"a": {"count": 2, "duration": %2$s}, "b": {"count": 1, "duration": %3$s}},
                 "children": [{"trace_id": "1", "parent_id": "base", "children": [],
                  "info": {"name": "a", "host": "h", "started": %2$s, "finished": %3$s,
                   "meta.raw_payload.a-start": {"base_id": "base", "trace_id": "1", "parent_id": "base",
                    "name": "a-start", "timestamp": "%1$s", "info": {"host": "h"}},
                   "meta.raw_payload.a-stop": {"base_id": "base", "trace_id": "1", "parent_id": "base",
                    "name": "a-stop", "timestamp": "%1$s", "info": {"host": "h"}}}}]}
                """.formatted(timestamp, started, finished);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void isShownInEveryForm(FindingKind kind, Report report) throws IOException {
        assertThat(Findings.in(report, BEFORE_ALL_TRACES))
                .extracting(Finding::kind)
                .contains(kind);
        for (var renderer : LargeTraceTest.RENDERERS) {
            renderer.render(report, Writer.nullWriter());
        }
        assertThat(Rendering.tree(report)).isNotEmpty();
        assertThat(Rendering.json(report)).startsWith("{");
    }

    @ParameterizedTest
    @MethodSource("traces")
    void isSaidOnThePageAndInTheSummary(FindingKind kind, Report report) {
        String summary = Findings.in(report, BEFORE_ALL_TRACES).stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow()
                .summary();

        assertThat(Rendering.text(new MarkdownReportRenderer(() -> BEFORE_ALL_TRACES), report))
                .contains(summary);
        assertThat(Rendering.text(new HtmlReportRenderer(() -> BEFORE_ALL_TRACES), report))
                .contains(summary);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void isComparedAndAddedUp(FindingKind kind, Report report) throws IOException {
        Comparison comparison = Comparison.of(report, report);

        assertThat(comparison.changes())
                .hasSameSizeAs(PathStatistics.byName().add(report).figures().keySet())
                .allMatch(change -> change.differenceMicros() == 0);
        new ComparisonPage().render(comparison, Writer.nullWriter());
    }
}
