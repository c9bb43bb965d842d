// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.analysis.SpanGroups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Tables of figures, each row with the numbers of its spans that are shown; times are microseconds. */
final class StatisticsData {

    private final Report report;
    private final SelfTimes selfTimes;
    private final Map<ReportSpan, Integer> numbers;
    private final JsonGenerator json;

    /**
     * @param numbers of the spans that are shown
     */
    StatisticsData(Report report, SelfTimes selfTimes, Map<ReportSpan, Integer> numbers, JsonGenerator json) {
        this.report = report;
        this.selfTimes = selfTimes;
        this.numbers = numbers;
        this.json = json;
    }

    /**
     * @param group what the spans of a row have in common; those of which it is null are left out
     */
    void write(String table, Function<ReportSpan, @Nullable String> group) {
        Map<String, List<Integer>> shown = shown(group);
        json.writeArrayPropertyStart(table);
        SpanGroups.by(group, report, selfTimes)
                .forEach((name, figures) -> write(name, figures, shown.getOrDefault(name, List.of())));
        json.writeEndArray();
    }

    private Map<String, List<Integer>> shown(Function<ReportSpan, @Nullable String> group) {
        Map<String, List<Integer>> shown = new HashMap<>();
        for (ReportSpan span : report.spans()) {
            String name = group.apply(span);
            Integer number = numbers.get(span);
            if (name != null && number != null) {
                shown.computeIfAbsent(name, added -> new ArrayList<>()).add(number);
            }
        }
        return shown;
    }

    private void write(String name, SpanFigures figures, List<Integer> spans) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeNumberProperty("count", figures.count());
        json.writeNumberProperty("total", figures.totalMicros());
        json.writeNumberProperty("self", figures.selfMicros());
        json.writeNumberProperty("min", figures.minMicros());
        json.writeNumberProperty("median", figures.medianMicros());
        json.writeNumberProperty("p95", figures.p95Micros());
        json.writeNumberProperty("max", figures.maxMicros());
        json.writeNumberProperty("errors", figures.errors());
        json.writeArrayPropertyStart("spans");
        spans.forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
    }
}
