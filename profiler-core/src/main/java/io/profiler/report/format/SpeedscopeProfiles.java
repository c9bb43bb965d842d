// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.internal.BoundedTime;
import io.profiler.report.internal.analysis.SpanPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes tracks as evented profiles: each piece opens its frame when it begins, and closes it when it ends. */
final class SpeedscopeProfiles {

    private final JsonGenerator json;
    private final Map<String, Integer> frames;
    private final Map<String, Integer> tracksByPlace = new HashMap<>();

    SpeedscopeProfiles(JsonGenerator json, Map<String, Integer> frames) {
        this.json = json;
        this.frames = frames;
    }

    void write(Track track, List<Slice> slices) {
        startProfile("evented", name(track), slices.get(0).fromMicros(), track.busyUntilMicros());
        json.writeArrayPropertyStart("events");
        writeEvents(slices);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes what all spans add up to, by path; nothing if there are no paths. */
    void write(Map<SpanPath<String>, Long> stacks) {
        if (stacks.isEmpty()) {
            return;
        }
        long micros = stacks.values().stream().reduce(0L, BoundedTime::plus);
        startProfile("sampled", "methods of all spans", 0, micros);
        json.writeArrayPropertyStart("samples");
        stacks.keySet().forEach(this::writeStack);
        json.writeEndArray();
        json.writeArrayPropertyStart("weights");
        stacks.values().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeStack(SpanPath<String> stack) {
        json.writeStartArray();
        stack.steps().forEach(step -> json.writeNumber(frames.getOrDefault(step, 0)));
        json.writeEndArray();
    }

    private void startProfile(String type, String name, long startValue, long endValue) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeStringProperty("name", name);
        json.writeStringProperty("unit", "microseconds");
        json.writeNumberProperty("startValue", startValue);
        json.writeNumberProperty("endValue", endValue);
    }

    private String name(Track track) {
        int number = tracksByPlace.merge(track.place(), 1, Integer::sum);
        return number == 1 ? track.place() : track.place() + " (" + number + ")";
    }

    private void writeEvents(List<Slice> slices) {
        Deque<Slice> open = new ArrayDeque<>();
        for (Slice slice : slices) {
            closeTo(slice.level(), open);
            writeEvent("O", slice, slice.fromMicros());
            open.push(slice);
        }
        closeTo(0, open);
    }

    private void closeTo(int level, Deque<Slice> open) {
        while (open.size() > level) {
            Slice slice = open.pop();
            writeEvent("C", slice, slice.toMicros());
        }
    }

    private void writeEvent(String type, Slice slice, long atMicros) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeNumberProperty("frame", frames.getOrDefault(slice.name(), 0));
        json.writeNumberProperty("at", atMicros);
        json.writeEndObject();
    }
}
