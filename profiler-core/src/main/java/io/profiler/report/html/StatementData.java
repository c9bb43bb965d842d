// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.analysis.StatementFigures;
import java.util.Comparator;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The table of statements, where most time was spent first; times are microseconds. */
final class StatementData {

    private static final int MOST = 1_000;

    private final Map<ReportSpan, Integer> numbers;

    /**
     * @param numbers of the spans that are shown
     */
    StatementData(Map<ReportSpan, Integer> numbers) {
        this.numbers = numbers;
    }

    void write(Map<String, StatementFigures> statements, JsonGenerator json) {
        json.writeStartArray();
        statements.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        entry -> -entry.getValue().figures().totalMicros()))
                .limit(MOST)
                .forEach(entry -> write(entry.getKey(), entry.getValue(), json));
        json.writeEndArray();
    }

    private void write(String statement, StatementFigures group, JsonGenerator json) {
        SpanFigures figures = group.figures();
        json.writeStartObject();
        json.writeStringProperty("name", statement);
        json.writeNumberProperty("longest", numbers.getOrDefault(group.longest(), PageSpan.TOP));
        json.writeNumberProperty("count", figures.count());
        json.writeNumberProperty("duplicates", group.duplicates());
        json.writeNumberProperty("total", figures.totalMicros());
        json.writeNumberProperty("self", figures.selfMicros());
        json.writeNumberProperty("average", group.averageMicros());
        json.writeNumberProperty("max", figures.maxMicros());
        if (group.rows() == null) {
            json.writeNullProperty("rows");
        } else {
            json.writeNumberProperty("rows", group.rows());
        }
        json.writeNumberProperty("errors", figures.errors());
        json.writeEndObject();
    }
}
