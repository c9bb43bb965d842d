// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.otlp.OtlpJson;
import io.profiler.otlp.OtlpSpan;
import io.profiler.point.TracePoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trace as OTLP/JSON, with the same spans that the store {@code otlp://} sends. */
public final class OtlpReportRenderer implements ReportRenderer {

    @Override
    public void render(Report report, Appendable out) throws IOException {
        List<OtlpSpan> spans = new ArrayList<>();
        report.spans().forEach(span -> spans.add(OtlpSpan.of(event(span, false), event(span, true))));
        out.append(OtlpJson.write(spans));
    }

    /** A later start or stop replaces an earlier one, as in the report. */
    private static @Nullable TracePoint event(ReportSpan span, boolean stop) {
        return span.events().stream()
                .filter(event -> event.isStop() == stop)
                .reduce((earlier, later) -> later)
                .map(event -> TracePoint.fromDocument(event.payload()))
                .orElse(null);
    }
}
