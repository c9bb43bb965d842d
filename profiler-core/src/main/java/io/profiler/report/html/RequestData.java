// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.analysis.Stretch;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;

/** The requests of a trace: how many, what they took, how they were answered, and when the trace was at work. */
final class RequestData {

    private final Requests requests;
    private final Map<ReportSpan, Integer> numbers;

    RequestData(Requests requests, Map<ReportSpan, Integer> numbers) {
        this.requests = requests;
        this.numbers = numbers;
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("count", requests.spans().size());
        json.writeNumberProperty("failed", requests.failed());
        json.writeNumberProperty("refused", requests.refused());
        writeTimes(json);
        writeAnswers(json);
        json.writeObjectPropertyStart("stretches");
        column(json, "from", Stretch::fromMicros);
        column(json, "to", Stretch::toMicros);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeTimes(JsonGenerator json) {
        SpanFigures figures = requests.figures();
        json.writeNumberProperty("min", figures.minMicros());
        json.writeNumberProperty("median", figures.medianMicros());
        json.writeNumberProperty("max", figures.maxMicros());
    }

    /** The statuses of the requests that are shown. */
    private void writeAnswers(JsonGenerator json) {
        List<ReportSpan> answered = requests.spans().stream()
                .filter(span -> span.httpStatus() != null && numbers.containsKey(span))
                .toList();
        json.writeObjectPropertyStart("answers");
        json.writeArrayPropertyStart("span");
        answered.forEach(span -> json.writeNumber(numbers.getOrDefault(span, PageSpan.TOP)));
        json.writeEndArray();
        json.writeArrayPropertyStart("status");
        answered.forEach(span -> json.writeString(span.httpStatus()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void column(JsonGenerator json, String name, ToLongFunction<Stretch> value) {
        json.writeArrayPropertyStart(name);
        requests.stretches().forEach(stretch -> json.writeNumber(value.applyAsLong(stretch)));
        json.writeEndArray();
    }
}
