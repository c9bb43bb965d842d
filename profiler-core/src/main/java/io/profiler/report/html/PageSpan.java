// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.ReportSpan;

/**
 * A span where the page shows it.
 *
 * @param span the span
 * @param parent number of the span above, {@link #TOP} if there is none
 * @param inCycle whether its parents lead in a circle, which the page cuts here
 */
record PageSpan(ReportSpan span, int parent, boolean inCycle) {

    static final int TOP = -1;
}
