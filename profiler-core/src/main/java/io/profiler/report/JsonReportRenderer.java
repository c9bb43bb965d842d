// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.io.IOException;

/** The JSON of OSprofiler's {@code trace show --json}, byte for byte; ASCII only. */
public final class JsonReportRenderer implements ReportRenderer {

    @Override
    public void render(Report report, Appendable out) throws IOException {
        new JsonDocumentWriter(out).write(report.document());
    }
}
