// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.List;

/**
 * What one thing took of a critical path, wherever on it that was done.
 *
 * @param what what was done: name and operation, or the phase of a request
 * @param explained whether it is known; one row holds what is not
 * @param layer the layer of a service that did it, see {@link LayerTime}
 * @param micros how much of the path it took
 * @param spans the spans that did it, in the order in which the path comes to them
 * @since 0.1
 */
public record LedgerRow(Words what, boolean explained, String layer, long micros, List<ReportSpan> spans) {

    /** A copy of the spans is kept. */
    public LedgerRow {
        spans = List.copyOf(spans);
    }

    /** {@return how many spans did it} */
    public int count() {
        return spans.size();
    }
}
