// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.profiler.report.InvalidReportException;
import io.profiler.report.PlacedSpan;
import io.profiler.report.RecordedTrace;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanError;
import io.profiler.report.SpanStatistics;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedReportTest {

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void printsAgainWhatWasSaved(RecordedTrace trace) {
        assertThat(Rendering.json(SavedReport.read(trace.json())) + "\n").isEqualTo(trace.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sqlalchemy-postgresql", "sqlalchemy-single-event", "redis-plain", "elasticsearch", "messaging"})
    void printsAgainWhatOtherStoresGave(String name) {
        String saved = RecordedTrace.text("saved/" + name + ".json");

        assertThat(Rendering.json(SavedReport.read(saved)) + "\n").isEqualTo(saved);
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void givesTheTreeOfTheTrace(RecordedTrace trace) {
        String saved = Rendering.tree(SavedReport.read(trace.json()));

        assertThat(saved).isEqualTo(Rendering.tree(trace.report()));
    }

    @Test
    void knowsWholeMillisecondsWithoutTimestamps() {
        Report report = SavedReport.read(RecordedTrace.text("saved/sqlalchemy-postgresql.json"));

        ReportSpan root = report.roots().get(0);
        ReportSpan query = report.childrenOf(root).get(0);
        assertThat(query.startedMicros()).isEqualTo(4000);
        assertThat(query.finishedMicros()).isEqualTo(6000);
        assertThat(query.error()).isEqualTo(new SpanError("ValueError", "boom \"q\""));
        assertThat(report.startedAt()).isNull();
        assertThat(report.baseId()).isNull();
    }

    /** Releases before 1.4.0 added nothing up; before 1.0.0 they kept no events either, but flat names of what they hold. */
    @ParameterizedTest
    @ValueSource(strings = {"osprofiler-1.3.0", "osprofiler-0.3.1"})
    void readsWhatOldReleasesWrote(String name) {
        String saved = RecordedTrace.text("saved/" + name + ".json");

        Report report = SavedReport.read(saved);

        assertThat(Rendering.json(report) + "\n").isEqualTo(saved);
        assertThat(report.statistics())
                .isEqualTo(Map.of("wsgi", new SpanStatistics(1, 88), "db", new SpanStatistics(1, 40)));
        assertThat(report.spans()).allMatch(ReportSpan::isFinished);
        assertThat(report.spans()).extracting(ReportSpan::durationMicros).containsExactly(88_000L, 40_000L);
    }

    @Test
    void addsUpWhatIsNotAddedUp() {
        Report report = SavedReport.read("""
                {"info": {}, "stats": null, "children": [{"info": {"name": "a", "finished": 3}, "children": []}]}
                """);

        assertThat(report.statistics()).isEqualTo(Map.of("a", new SpanStatistics(1, 0)));
    }

    @Test
    void readsTheErrorOfAReleaseThatDidNotCopyIt() {
        Report report = SavedReport.read("""
                {"info": {}, "children": [{"children": [], "info": {"name": "db", "started": 0, "finished": 1,
                  "meta.raw_payload.db-stop": {"info": {"etype": "ValueError", "message": "boom"}}}}]}
                """);

        assertThat(report.roots().get(0).error()).isEqualTo(new SpanError("ValueError", "boom"));
    }

    @Test
    void readsAReportWithAByteOrderMark() {
        assertThat(SavedReport.read("\ufeff{\"info\": {}, \"children\": []}").spans())
                .isEmpty();
    }

    @Test
    void missesNoSpanOfACycle() {
        Report report = SavedReport.read(RecordedTrace.named("parent-cycle").json());

        assertThat(report.unreachable().entrySet().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining()))
                .isEqualTo("x=1y=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``| it is empty",
                "{| it is not JSON: see line 1, column 2",
                "{} {}| it goes on after the end of its JSON",
                "[]| its JSON is not a report: it is not an object",
                "null| its JSON is not a report: it is not an object",
                "{}| its JSON is not a report: 'children' is not a list",
                "{\"children\": [1]}| its JSON is not a report: a member of 'children' is not an object",
                "{\"children\": [{}]}| its JSON is not a report: 'info' is not an object",
                "{\"children\": []}| its JSON is not a report: 'info' is not an object",
                "{\"children\": [], \"info\": {}, \"stats\": []}| its JSON is not a report: 'stats' is not an object"
            })
    void saysWhyATextIsNotAReport(String text, String message) {
        assertThatExceptionOfType(InvalidReportException.class)
                .isThrownBy(() -> SavedReport.read(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace_id", "parent_id"})
    void whatIsNoTextIsNotTakenForOne(String member) {
        String json = "{\"info\": {}, \"children\": [{\"info\": {}, \"children\": [], \"" + member + "\": "
                + "[".repeat(20_000) + "]".repeat(20_000) + "}]}";

        assertThatExceptionOfType(InvalidReportException.class)
                .isThrownBy(() -> SavedReport.read(json))
                .withMessage("its JSON is not a report: '" + member + "' is not a text");
    }

    @Test
    void aValueThatIsNestedTooDeepIsRefused() {
        String json = "{\"info\": {}, \"children\": [{\"children\": [], \"info\": {\"meta.raw_payload.a-stop\":"
                + " {\"info\": {\"etype\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}}}}]}";

        assertThatExceptionOfType(InvalidReportException.class)
                .isThrownBy(() -> SavedReport.read(json))
                .withMessage("its JSON is not a report: in 'info' a value is nested more than 500 deep");
    }

    @Test
    void readsTenThousandSpansDeep() {
        StringBuilder json =
                new StringBuilder("{\"info\": {}, \"stats\": {\"n\": {\"count\": 10000}}, \"children\": [");
        json.append("{\"info\": {\"name\": \"n\"}, \"children\": [".repeat(10_000));
        json.append("]}".repeat(10_000)).append("]}");

        Report report = SavedReport.read(json.toString());

        assertThat(report.depthFirst())
                .hasSize(10_000)
                .last()
                .extracting(PlacedSpan::depth)
                .isEqualTo(9_999);
    }
}
