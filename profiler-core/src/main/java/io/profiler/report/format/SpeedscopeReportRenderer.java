// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.internal.analysis.SpanExtents;
import io.profiler.report.internal.analysis.SpanPath;
import io.profiler.report.internal.analysis.TraceTitle;
import io.profiler.report.samples.Samples;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/**
 * The file format of speedscope.app: an evented profile for each track of spans that lie within one another, with a
 * frame for each label. In a span lie the methods in which looks found its thread, as far as their times are known; one more
 * profile has all of them, with the time of the span divided in proportion to the looks. Times are microseconds since the first event of the trace.
 *
 * @see <a href="https://www.speedscope.app/file-format-schema.json">Schema of the format</a>
 * @since 0.1
 */
public final class SpeedscopeReportRenderer implements ReportRenderer {

    private static final String SCHEMA = "https://www.speedscope.app/file-format-schema.json";

    /** Without settings: one instance is enough for all reports. */
    public SpeedscopeReportRenderer() {}

    @Override
    public void render(Report report, Appendable out) throws IOException {
        SpanExtents extents = SpanExtents.of(report);
        MethodSlices methods = MethodSlices.of(report);
        Samples samples = Samples.of(report);
        Map<Track, List<Slice>> tracks = new LinkedHashMap<>();
        Tracks.of(report, extents).forEach(track -> tracks.put(track, new TrackSlices(extents, methods).of(track)));
        Map<SpanPath<String>, Long> stacks =
                samples.isEmpty() ? Map.of() : Stacks.of(report, samples, UnaryOperator.identity());
        Map<String, Integer> frames = frames(tracks.values(), stacks.keySet());
        JsonOutput.write(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("exporter", "profiler");
            json.writeStringProperty("name", new SpanLabel().visible(TraceTitle.of(report)));
            writeFrames(json, frames);
            json.writeArrayPropertyStart("profiles");
            SpeedscopeProfiles profiles = new SpeedscopeProfiles(json, frames);
            tracks.forEach(profiles::write);
            profiles.write(stacks);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Map<String, Integer> frames(Collection<List<Slice>> tracks, Collection<SpanPath<String>> stacks) {
        Map<String, Integer> frames = new LinkedHashMap<>();
        tracks.forEach(slices -> slices.forEach(slice -> number(frames, slice.name())));
        stacks.forEach(stack -> stack.steps().forEach(step -> number(frames, step)));
        return frames;
    }

    private static void number(Map<String, Integer> frames, String frame) {
        frames.putIfAbsent(frame, frames.size());
    }

    private static void writeFrames(JsonGenerator json, Map<String, Integer> frames) {
        json.writeObjectPropertyStart("shared");
        json.writeArrayPropertyStart("frames");
        for (String frame : frames.keySet()) {
            json.writeStartObject();
            json.writeStringProperty("name", frame);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
