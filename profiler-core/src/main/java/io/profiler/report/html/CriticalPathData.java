// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.PathSegment;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;

/** The critical path as columns, less what runs in spans that are not shown. */
final class CriticalPathData {

    private CriticalPathData() {}

    static void write(List<PathSegment> path, Map<ReportSpan, Integer> numbers, JsonGenerator json) {
        List<PathSegment> shown = path.stream()
                .filter(segment -> numbers.containsKey(segment.span()))
                .toList();
        json.writeStartObject();
        column(json, "span", shown, segment -> numbers.get(segment.span()));
        column(json, "from", shown, PathSegment::fromMicros);
        column(json, "to", shown, PathSegment::toMicros);
        json.writeEndObject();
    }

    private static void column(
            JsonGenerator json, String name, List<PathSegment> path, ToLongFunction<PathSegment> value) {
        json.writeArrayPropertyStart(name);
        path.forEach(segment -> json.writeNumber(value.applyAsLong(segment)));
        json.writeEndArray();
    }
}
