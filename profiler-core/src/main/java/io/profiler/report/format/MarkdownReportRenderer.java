// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.internal.text.MarkdownText;
import io.profiler.report.verdict.Verdict;
import java.io.IOException;
import java.time.InstantSource;

/**
 * A summary in GitHub Flavored Markdown, for a pull request: what took the time, what repeats, and what failed.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 * @since 0.1
 */
public final class MarkdownReportRenderer implements ReportRenderer {

    private final InstantSource clock;

    /** By the clock of this computer. */
    public MarkdownReportRenderer() {
        this(InstantSource.system());
    }

    /**
     * By a clock of the caller's.
     *
     * @param clock tells which spans are later than now
     */
    public MarkdownReportRenderer(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        MarkdownText text = new MarkdownText(out);
        new MarkdownHead(report, text).write(clock.instant());
        new MarkdownVerdict(Verdict.of(report), text).write();
        new MarkdownFigures(report, text).write();
        new MarkdownMethods(report, text).write();
        new MarkdownStatements(report, text).write();
        new MarkdownRemarks(report, text).write();
    }
}
