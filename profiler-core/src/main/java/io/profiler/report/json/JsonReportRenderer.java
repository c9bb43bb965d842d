// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.json;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.internal.json.JsonDocumentWriter;
import io.profiler.report.saved.SavedReport;
import io.profiler.report.verdict.Verdict;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of OSprofiler's {@code trace show --json}, byte for byte; ASCII only.
 *
 * <p>Its shape is that of OSprofiler 3.4.3: {@code info} with the times of the trace, {@code children} with the spans at
 * the top, each with its own {@code children}, and {@code stats} by name; times are whole milliseconds since the first
 * event. A {@link SavedReport} is written as it was read, whichever release wrote it.
 *
 * @since 0.1
 */
public final class JsonReportRenderer implements ReportRenderer {

    private static final String VERDICT = "verdict";

    private final boolean verdict;

    /** Without settings: one instance is enough for all reports. */
    public JsonReportRenderer() {
        this(false);
    }

    private JsonReportRenderer(boolean verdict) {
        this.verdict = verdict;
    }

    /**
     * {@return a renderer that adds one member beside OSprofiler's, {@code verdict}: what the trace comes to, see
     * {@link Verdict}} OSprofiler's tools pass over it, and so does {@link SavedReport}: a verdict is concluded anew.
     */
    public static JsonReportRenderer withVerdict() {
        return new JsonReportRenderer(true);
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        Map<String, @Nullable Object> document = document(report);
        if (verdict) {
            document = new LinkedHashMap<>(document);
            document.put(VERDICT, VerdictDocument.of(Verdict.of(report)));
        }
        new JsonDocumentWriter(out).write(document);
    }

    private static Map<String, @Nullable Object> document(Report report) {
        return report instanceof SavedReport saved ? saved.document() : new ReportDocument(report).build();
    }
}
