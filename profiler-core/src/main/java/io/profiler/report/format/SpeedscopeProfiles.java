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

/** Writes tracks as evented profiles: each span opens its frame when it begins, and closes it when it ends. */
final class SpeedscopeProfiles {

    private final JsonGenerator json;
    private final SpanExtents extents;
    private final Map<ReportSpan, Integer> frames;
    private final Map<String, Integer> tracksByPlace = new HashMap<>();

    SpeedscopeProfiles(JsonGenerator json, SpanExtents extents, Map<ReportSpan, Integer> frames) {
        this.json = json;
        this.extents = extents;
        this.frames = frames;
    }

    void write(List<Track> tracks) {
        for (Track track : tracks) {
            json.writeStartObject();
            json.writeStringProperty("type", "evented");
            json.writeStringProperty("name", name(track));
            json.writeStringProperty("unit", "microseconds");
            json.writeNumberProperty(
                    "startValue", extents.fromMicros(track.entries().get(0).span()));
            json.writeNumberProperty("endValue", track.busyUntilMicros());
            json.writeArrayPropertyStart("events");
            writeEvents(track.entries());
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private String name(Track track) {
        int number = tracksByPlace.merge(track.place(), 1, Integer::sum);
        return number == 1 ? track.place() : track.place() + " (" + number + ")";
    }

    private void writeEvents(List<Track.Entry> entries) {
        Deque<ReportSpan> open = new ArrayDeque<>();
        for (Track.Entry entry : entries) {
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
