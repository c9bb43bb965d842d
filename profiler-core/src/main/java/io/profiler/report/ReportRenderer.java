// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.io.IOException;

/**
 * One format that a report can be written in.
 *
 * <p>Immutable: one renderer serves any number of reports and threads. A renderer takes every report, also one with
 * contradictions in its data, of any depth, and with texts that hold any characters; it escapes them for the place where
 * its format is shown. The same report gives the same text, at any time and in any locale, unless the format tells what
 * is later than now.
 *
 * @since 0.1
 */
public interface ReportRenderer {

    /**
     * Writes the report piece by piece, without a final newline, so that a report larger than the heap can be written.
     *
     * @param report what is written
     * @param out where to; it is neither flushed nor closed, and may hold a part of the report if writing fails
     * @throws InvalidReportException if a saved report does not hold what the format needs
     * @throws IOException if {@code out} throws it
     */
    void render(Report report, Appendable out) throws IOException;
}
