// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.internal.analysis.TraceTitle;
import io.profiler.report.verdict.Verdict;
import java.io.IOException;
import java.time.InstantSource;

/**
 * A page for people with a browser: waterfall, flame graph and statistics in one file that loads nothing and sends
 * nothing. Whatever the data holds, it is shown as text. Of more than 200,000 spans it shows those that failed and the
 * longest, and says so.
 *
 * @since 0.1
 */
public final class HtmlReportRenderer implements ReportRenderer {

    private static final int MOST_SPANS = 200_000;

    private final InstantSource clock;

    /** By the clock of this computer. */
    public HtmlReportRenderer() {
        this(InstantSource.system());
    }

    /**
     * By a clock of the caller's.
     *
     * @param clock tells what is later than now
     */
    public HtmlReportRenderer(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * {@return a Content-Security-Policy for the header of a server, which allows the page of every report} The page itself
     * carries one that allows no other.
     */
    public static String contentSecurityPolicy() {
        return TracePages.contentSecurityPolicy();
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        String title = TraceTitle.of(report);
        Verdict verdict = Verdict.of(report);
        TraceData data = new TraceData(report, verdict, MOST_SPANS, clock.instant());
        TracePages.of(data).write(title, new StaticSummary(title, report, verdict).markup(), data, out);
    }
}
