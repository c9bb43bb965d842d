// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
                "{\"children\": []}| its JSON is not a report: 'info' is not an object"
            })
    void saysWhyATextIsNotAReport(String text, String message) {
        assertThatExceptionOfType(InvalidReportException.class)
                .isThrownBy(() -> SavedReport.read(text))
                .withMessage(message);
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
