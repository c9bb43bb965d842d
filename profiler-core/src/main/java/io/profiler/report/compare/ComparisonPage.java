// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.html.HtmlPage;
import io.profiler.report.internal.analysis.TraceTitle;
import java.io.IOException;
import java.util.List;

/**
 * A comparison for people with a browser: one file that loads nothing and sends nothing, and shows all data as text.
 *
 * @since 0.1
 */
public final class ComparisonPage {

    private static final HtmlPage PAGE = HtmlPage.of(
            ComparisonPage.class, List.of("comparison.css", "changes.css"), "comparison.js", "comparison.html");

    /** {@return the Content-Security-Policy that the page carries, for the header of a server, in one line} */
    public static String contentSecurityPolicy() {
        return PAGE.contentSecurityPolicy();
    }

    /** Without settings: one instance is enough for all comparisons. */
    public ComparisonPage() {}

    /**
     * Writes the page, without a final newline.
     *
     * @param comparison of any reports; the last one names the page
     * @param out where to, piece by piece; neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    public void render(Comparison comparison, Appendable out) throws IOException {
        PAGE.write("Comparison: " + TraceTitle.of(comparison.after().last()), new ComparisonData(comparison), out);
    }
}
