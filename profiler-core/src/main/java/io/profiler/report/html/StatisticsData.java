// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.internal.analysis.SpanFigures;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** A table of figures; times are microseconds. */
final class StatisticsData {

    private StatisticsData() {}

    static void write(Map<String, SpanFigures> groups, JsonGenerator json) {
        json.writeStartArray();
        groups.forEach((name, figures) -> write(name, figures, json));
        json.writeEndArray();
    }

    private static void write(String name, SpanFigures figures, JsonGenerator json) {
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
        json.writeEndObject();
    }
}
