// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.internal.analysis.SpanExtents;
import io.profiler.report.internal.analysis.TraceTitle;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Chrome's Trace Event Format, which Perfetto and {@code chrome://tracing} open: a process for each service and host, a
 * thread for each track of spans that lie within one another, and a complete event for each span. In a span lie the methods in which looks
 * found its thread, as far as their times are known, and what it did there unless it was running. Times are microseconds
 * since the first event of the trace.
 *
 * @see <a href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">Trace Event
 *     Format</a>
 * @since 0.1
 */
public final class ChromeReportRenderer implements ReportRenderer {

    /** Without settings: one instance is enough for all reports. */
    public ChromeReportRenderer() {}

    @Override
    public void render(Report report, Appendable out) throws IOException {
        SpanExtents extents = SpanExtents.of(report);
        List<Track> tracks = Tracks.of(report, extents);
        JsonOutput.write(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("displayTimeUnit", "ms");
            json.writeName("traceEvents");
            new ChromeEvents(json, extents, MethodSlices.of(report)).write(tracks);
            writeTrace(json, report);
            json.writeEndObject();
        });
    }

    private static void writeTrace(JsonGenerator json, Report report) {
        String baseId = report.baseId();
        Instant startedAt = report.startedAt();
        json.writeObjectPropertyStart("otherData");
        json.writeStringProperty("title", JsonOutput.wellFormed(TraceTitle.of(report)));
        if (baseId != null) {
            json.writeStringProperty("base_id", JsonOutput.wellFormed(baseId));
        }
        if (startedAt != null) {
            json.writeStringProperty("started_at", startedAt.toString());
        }
        json.writeEndObject();
    }
}
