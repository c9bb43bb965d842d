// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SpanExtents;
import io.profiler.report.internal.analysis.TraceTitle;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * The file format of speedscope.app: an evented profile for each track of spans that lie within one another, with a
 * frame for each label. Times are microseconds since the first event of the trace.
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
        List<Track> tracks = Tracks.of(report, extents);
        Map<String, Integer> frames = new LinkedHashMap<>();
        Map<ReportSpan, Integer> frameOf = new IdentityHashMap<>();
        SpanLabel label = new SpanLabel();
        report.spans().forEach(span -> frameOf.put(span, number(frames, label.of(span))));
        JsonOutput.write(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("exporter", "profiler");
            json.writeStringProperty("name", label.visible(TraceTitle.of(report)));
            writeFrames(json, frames);
            json.writeArrayPropertyStart("profiles");
            new SpeedscopeProfiles(json, extents, frameOf).write(tracks);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Integer number(Map<String, Integer> frames, String frame) {
        Integer next = frames.size();
        Integer known = frames.putIfAbsent(frame, next);
        return known == null ? next : known;
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
