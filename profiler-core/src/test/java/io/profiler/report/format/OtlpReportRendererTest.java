// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.otlp.internal.OtlpJson;
import io.profiler.otlp.internal.OtlpSpan;
import io.profiler.point.TracePoint;
import io.profiler.report.InvalidReportException;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtlpReportRendererTest {

    @Test
    void aTraceIsTheSpansThatTheStoreSends() throws IOException {
        TracePoint rootStart = point("wsgi-start", "root", "base", 1);
        TracePoint childStart = point("db-start", "child", "root", 2);
        TracePoint rootStop = point("wsgi-stop", "root", "base", 3);

        StringBuilder json = new StringBuilder();
        new OtlpReportRenderer().render(Report.of(List.of(rootStart, childStart, rootStop)), json);

        assertThat(json)
                .hasToString(OtlpJson.write(List.of(OtlpSpan.of(rootStart, rootStop), OtlpSpan.of(childStart, null))));
    }

    private static TracePoint point(String name, String traceId, String parentId, int second) {
        return new TracePoint(
                name,
                "base",
                traceId,
                parentId,
                "2026-01-31T12:00:0" + second + ".000000",
                Map.of("host", "h"),
                "demo",
                "api");
    }

    @Test
    void saysThatASavedReportDoesNotHoldTracePoints() {
        Report report = SavedReport.read("""
                {"info": {}, "stats": {}, "children": [{"trace_id": "7", "children": [],
                  "info": {"name": "wsgi", "meta.raw_payload.wsgi-start": {"info": {}}}}]}
                """);

        assertThatThrownBy(() -> Rendering.text(new OtlpReportRenderer(), report))
                .isInstanceOf(InvalidReportException.class)
                .hasMessageStartingWith("span 7 cannot be written as OTLP: ");
    }
}
