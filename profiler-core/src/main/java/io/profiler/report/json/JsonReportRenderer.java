// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.json;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of OSprofiler's {@code trace show --json}, byte for byte; ASCII only. */
public final class JsonReportRenderer implements ReportRenderer {

    @Override
    public void render(Report report, Appendable out) throws IOException {
        new JsonDocumentWriter(out).write(document(report));
    }

    private static Map<String, @Nullable Object> document(Report report) {
        return report instanceof SavedReport saved ? saved.document() : new ReportDocument(report).build();
    }
}
