// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SpanExtents;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes lanes as evented profiles: each span opens its frame when it begins, and closes it when it ends. */
final class SpeedscopeProfiles {

    private final JsonGenerator json;
    private final SpanExtents extents;
    private final Map<ReportSpan, Integer> frames;
    private final Map<String, Integer> lanesByPlace = new HashMap<>();

    SpeedscopeProfiles(JsonGenerator json, SpanExtents extents, Map<ReportSpan, Integer> frames) {
        this.json = json;
        this.extents = extents;
        this.frames = frames;
    }

    void write(List<Lane> lanes) {
        for (Lane lane : lanes) {
            json.writeStartObject();
            json.writeStringProperty("type", "evented");
            json.writeStringProperty("name", name(lane));
            json.writeStringProperty("unit", "microseconds");
            json.writeNumberProperty(
                    "startValue", extents.fromMicros(lane.entries().get(0).span()));
            json.writeNumberProperty("endValue", lane.busyUntilMicros());
            json.writeArrayPropertyStart("events");
            writeEvents(lane.entries());
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private String name(Lane lane) {
        int number = lanesByPlace.merge(lane.place(), 1, Integer::sum);
        return number == 1 ? lane.place() : lane.place() + " (" + number + ")";
    }

    private void writeEvents(List<Lane.Entry> entries) {
        Deque<ReportSpan> open = new ArrayDeque<>();
        for (Lane.Entry entry : entries) {
            closeTo(entry.level(), open);
            writeEvent("O", entry.span(), extents.fromMicros(entry.span()));
            open.push(entry.span());
        }
        closeTo(0, open);
    }

    private void closeTo(int level, Deque<ReportSpan> open) {
        while (open.size() > level) {
            ReportSpan span = open.pop();
            writeEvent("C", span, extents.toMicros(span));
        }
    }

    private void writeEvent(String type, ReportSpan span, long atMicros) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeNumberProperty("frame", frames.getOrDefault(span, 0));
        json.writeNumberProperty("at", atMicros);
        json.writeEndObject();
    }
}
