// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.io.IOException;

/** One format that a report can be written in; stateless, so one renderer serves any number of reports. */
public interface ReportRenderer {

    /**
     * Writes the report piece by piece, without a final newline, so that a report larger than the heap can be written.
     *
     * @throws IOException if {@code out} throws it
     */
    void render(Report report, Appendable out) throws IOException;
}
