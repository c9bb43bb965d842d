// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SpanExtents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes tracks as trace events. Threads are numbered across processes, because Perfetto takes their ids as unique. */
final class ChromeEvents {

    private static final String METHOD = "method";

    private final JsonGenerator json;
    private final SpanExtents extents;
    private final MethodSlices methods;
    private final SpanLabel label = new SpanLabel();
    private final Map<String, Integer> processes = new LinkedHashMap<>();

    ChromeEvents(JsonGenerator json, SpanExtents extents, MethodSlices methods) {
        this.json = json;
        this.extents = extents;
        this.methods = methods;
    }

    void write(List<Track> tracks) {
        json.writeStartArray();
        int thread = 0;
        for (Track track : tracks) {
            int process = process(track.place());
            thread++;
            writeName("thread_name", process, thread, "lane " + thread);
            for (Slice slice : new TrackSlices(extents, methods).of(track)) {
                writeSlice(slice, process, thread);
            }
        }
        json.writeEndArray();
    }

    private int process(String place) {
        Integer known = processes.get(place);
        if (known != null) {
            return known;
        }
        int process = processes.size() + 1;
        processes.put(place, process);
        writeName("process_name", process, 0, place);
        return process;
    }

    private void writeName(String kind, int process, int thread, String name) {
        startEvent("M", kind, process, thread);
        json.writeObjectPropertyStart("args");
        json.writeStringProperty("name", name);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void startEvent(String phase, String name, int process, int thread) {
        json.writeStartObject();
        json.writeStringProperty("ph", phase);
        json.writeStringProperty("name", name);
        json.writeNumberProperty("pid", process);
        json.writeNumberProperty("tid", thread);
    }

    private void writeSlice(Slice slice, int process, int thread) {
        ReportSpan span = slice.span();
        startEvent("X", slice.name(), process, thread);
        json.writeStringProperty(
                "cat", span == null ? METHOD : label.visible(span.name()).replace(',', ';'));
        json.writeNumberProperty("ts", slice.fromMicros());
        json.writeNumberProperty("dur", BoundedTime.minus(slice.toMicros(), slice.fromMicros()));
        if (span != null) {
            writeSpan(span);
        }
        json.writeEndObject();
    }

    private void writeSpan(ReportSpan span) {
        if (span.error() != null) {
            json.writeStringProperty("cname", "terrible");
        }
        writeArguments(span);
    }

    private void writeArguments(ReportSpan span) {
        json.writeObjectPropertyStart("args");
        writeText("trace_id", span.traceId());
        writeText("parent_id", span.parentId());
        writeText("subject", span.subject());
        writeText("error", span.error() == null ? null : span.error().toString());
        if (!span.hasStart() || !span.hasStop()) {
            writeText("state", span.hasStart() ? "unfinished" : "never started");
        }
        json.writeEndObject();
    }

    private void writeText(String member, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(member, JsonOutput.wellFormed(text));
        }
    }
}
