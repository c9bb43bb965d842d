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

    /** Writes the page, without a final newline. */
    public void render(Comparison comparison, Appendable out) throws IOException {
        PAGE.write("Comparison: " + TraceTitle.of(comparison.after()), new ComparisonData(comparison), out);
    }
}
