// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.internal.analysis.Finding;
import io.profiler.report.internal.analysis.Findings;
import io.profiler.report.internal.analysis.LateSpans;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.SelfTimes;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/**
 * A tree for people at a terminal: a line for each span, or for several that did the same one after the other, with when they
 * began, how long they took, how much of that themselves, what they were about, and one more for an error. Data cannot
 * control the terminal, whatever it holds, and no line is wider than the options say.
 *
 * @since 0.1
 */
public final class TreeReportRenderer implements ReportRenderer {

    private final TreeOptions options;
    private final InstantSource clock;

    /**
     * A renderer by the clock of this computer.
     *
     * @param options where the tree is shown
     */
    public TreeReportRenderer(TreeOptions options) {
        this(options, InstantSource.system());
    }

    /**
     * A renderer by a clock of the caller's.
     *
     * @param options where the tree is shown
     * @param clock tells which spans are later than now
     */
    public TreeReportRenderer(TreeOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        TreePage page = new TreePage(out, options);
        Requests requests = Requests.of(report);
        TreeMethods methods = new TreeMethods(page, report);
        List<Finding> findings = Findings.in(report, clock.instant());
        TreeHeader header = new TreeHeader(report, requests, findings, methods, page);
        header.write();
        page.write(page.line());
        TreeColumns columns = new TreeColumns(page, SelfTimes.of(report));
        TreeRows rows = new TreeRows(page, columns, LateSpans.of(report), methods, header.hasManyServices());
        new TreeBlocks(report, requests, page, rows).write();
    }
}
