// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.span;
import static io.profiler.report.TracePoints.spanOn;
import static io.profiler.report.TracePoints.start;
import static io.profiler.report.TracePoints.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.RecordedTrace;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.TracePoints;
import io.profiler.report.saved.SavedReport;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void findsNothingInACompleteTree() {
        assertThat(messages(TracePoints.report(span("r", "r", "base", 0, 100), span("a", "a", "r", 10, 30))))
                .isEmpty();
        assertThat(messages(Report.of(List.of()))).isEmpty();
    }

    @Test
    void findsThatThereIsNoRoot() {
        Report report = TracePoints.report(span("a", "a", "lost", 0, 10), span("b", "b", "gone", 20, 30));

        assertThat(messages(report))
                .containsExactly(
                        "NO_ROOT no span is the root of the trace",
                        "ORPHAN 2 spans have a parent that is not in the trace: a, b");
    }

    @Test
    void takesTheOnlySpanAtTheTopForTheRoot() {
        assertThat(messages(TracePoints.report(span("a", "a", "caller", 0, 10))))
                .containsExactly("ORPHAN 1 span has a parent that is not in the trace: a");
    }

    @Test
    void findsSeveralRoots() {
        Report report = TracePoints.report(span("a", "a", "base", 0, 10), span("b", "b", "base", 20, 30));

        assertThat(messages(report))
                .containsExactly("SEVERAL_ROOTS 2 spans are at the top of the trace, where one is usual: a, b");
    }

    @Test
    void findsCycles() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                span("a", "a", "b", 10, 20),
                span("b", "b", "a", 30, 40),
                span("below", "c", "b", 30, 40));

        assertThat(messages(report))
                .containsExactly("PARENT_CYCLE 3 spans are in a parent cycle, outside the tree: a, b, below");
        assertThat(finding(FindingKind.PARENT_CYCLE, report).spans())
                .extracting(ReportSpan::traceId)
                .containsExactly("a", "b", "c");
    }

    @Test
    void findsNothingButACycle() {
        Report report = TracePoints.report(span("a", "a", "a", 10, 20));

        assertThat(messages(report))
                .containsExactly(
                        "NO_ROOT no span is the root of the trace",
                        "PARENT_CYCLE 1 span is in a parent cycle, outside the tree: a");
    }

    @Test
    void findsTheCycleOfASavedReportByItsNames() {
        Report report = SavedReport.read(RecordedTrace.named("parent-cycle").json());

        Finding cycle = finding(FindingKind.PARENT_CYCLE, report);

        assertThat(cycle.message()).isEqualTo("2 spans are in a parent cycle, outside the tree: x, y");
        assertThat(cycle.spans()).isEmpty();
    }

    @Test
    void findsWhatHasNoStopOrNoStart() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                Stream.of(start("open", "o", "r", 10), start("open", "p", "r", 20), stop("end", "e", "r", 30)));

        assertThat(messages(report))
                .containsExactly("UNFINISHED 2 spans have no stop: open", "NEVER_STARTED 1 span has no start: end");
    }

    @Test
    void findsMissingFields() {
        Report report = SavedReport.read("{\"info\": {}, \"stats\": {\"a\": {\"count\": 2}}, \"children\": ["
                + "{\"info\": {\"host\": \"h\", \"meta.raw_payload.a-start\": {}, \"meta.raw_payload.a-stop\": {}},"
                + " \"parent_id\": \"base\", \"children\": []},"
                + "{\"info\": {\"name\": \"a\", \"meta.raw_payload.a-start\": {}, \"meta.raw_payload.a-stop\": {}},"
                + " \"trace_id\": \"2\", \"parent_id\": \"base\", \"children\": []}]}");

        assertThat(finding(FindingKind.MISSING_FIELD, report).summary()).isEqualTo("2 spans lack name, trace_id, host");
    }

    @Test
    void findsNegativeDurations() {
        assertThat(messages(TracePoints.report(span("r", "r", "base", 100, 0))))
                .containsExactly("NEGATIVE_DURATION 1 span ends before it begins: r");
    }

    @Test
    void flagsClocksThatDifferBetweenHostsAndShiftsNothing() {
        Report report = TracePoints.report(
                spanOn("one", "r", "base", 10_000, 50_000),
                spanOn("two", "early", "r", 5000, 20_000),
                spanOn("two", "late", "r", 40_000, 62_300),
                spanOn("two", "slightlyLate", "r", 40_000, 51_000),
                spanOn("one", "sameHost", "r", 5000, 70_000));

        assertThat(messages(report))
                .containsExactly("CLOCK_SKEW 2 spans reach up to 12.3 ms beyond their parents on another host,"
                        + " whose clock may differ: early, late");
        assertThat(report.spans())
                .extracting(ReportSpan::startedMicros)
                .containsExactly(5000L, 0L, 35_000L, 35_000L, 0L);
    }

    @Test
    void findsSpansOfTheFuture() {
        Report report = TracePoints.report(span("r", "r", "base", 0, 100));

        List<Finding> before = Findings.in(report, Instant.parse("2026-01-31T11:59:58Z"));

        assertThat(before).extracting(Finding::message).containsExactly("1 span is later than now: r");
    }

    @Test
    void namesAFewSpansOnly() {
        Report report = TracePoints.report(
                Stream.of("a", "b", "c", "d", "e", "f").flatMap(name -> span(name, name, "base", 0, 10)));

        assertThat(finding(FindingKind.SEVERAL_ROOTS, report).message()).endsWith(": a, b, c, d, e, …");
    }

    private static Finding finding(FindingKind kind, Report report) {
        return Findings.in(report, NOW).stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> messages(Report report) {
        return Findings.in(report, NOW).stream()
                .map(finding -> finding.kind() + " " + finding.message())
                .toList();
    }
}
