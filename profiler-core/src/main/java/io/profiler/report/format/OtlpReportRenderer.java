// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.otlp.internal.OtlpJson;
import io.profiler.otlp.internal.OtlpSpan;
import io.profiler.point.TracePoint;
import io.profiler.report.InvalidReportException;
import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.ReportSpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace as OTLP/JSON, with the same spans that the store {@code otlp://} sends.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP in JSON</a>
 * @since 0.1
 */
public final class OtlpReportRenderer implements ReportRenderer {

    /** Without settings: one instance is enough for all reports. */
    public OtlpReportRenderer() {}

    /**
     * @throws InvalidReportException if it was saved from an SQL store, without what trace points hold
     */
    @Override
    public void render(Report report, Appendable out) throws IOException {
        List<OtlpSpan> spans = new ArrayList<>();
        report.spans().forEach(span -> spans.add(otlp(span)));
        out.append(OtlpJson.write(spans));
    }

    private static OtlpSpan otlp(ReportSpan span) {
        try {
            return OtlpSpan.of(event(span, false), event(span, true));
        } catch (IllegalArgumentException incomplete) {
            throw new InvalidReportException("span " + span.traceId() + " cannot be written as OTLP: "
                    + incomplete.getMessage() + "; a report that was saved from an SQL database does not hold whole"
                    + " trace points, so give the id of the stored trace");
        }
    }

    /** A later start or stop replaces an earlier one, as in the report. */
    private static @Nullable TracePoint event(ReportSpan span, boolean stop) {
        return span.events().stream()
                .filter(event -> event.isStop() == stop && !event.isManifest())
                .reduce((earlier, later) -> later)
                .map(event -> TracePoint.fromDocument(event.payload()))
                .orElse(null);
    }
}
