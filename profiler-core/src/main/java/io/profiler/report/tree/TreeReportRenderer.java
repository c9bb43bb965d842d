// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import java.io.IOException;

/** A tree for people at a terminal. Data cannot control the terminal, whatever it holds. */
public final class TreeReportRenderer implements ReportRenderer {

    private final TreeOptions options;

    public TreeReportRenderer(TreeOptions options) {
        this.options = options;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        TreePage page = new TreePage(out, options);
        TreeHeader header = new TreeHeader(report, page);
        header.write();
        page.write(page.line());
        new TreeRows(report, page, header.hasManyServices()).write();
    }
}
