// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SpanExtents;
import org.jspecify.annotations.Nullable;

/** Whether a request would have taken nearly as long without a span, for what went on beside it or beside what it is part of. */
final class Peers {

    private static final double PEER = 0.5;

    private Peers() {}

    /** Takes as many steps as there are spans beside it and beside those above it. */
    static boolean has(ReportSpan span, Evidence evidence) {
        SpanExtents extents = evidence.extents();
        long from = extents.fromMicros(span);
        long to = extents.toMicros(span);
        long reached = from;
        ReportSpan child = span;
        for (@Nullable ReportSpan above = evidence.times().parent(span);
                above != null;
                above = evidence.times().parent(above)) {
            for (ReportSpan beside : evidence.report().childrenOf(above)) {
                if (beside != child && extents.fromMicros(beside) < to) {
                    reached = Math.max(reached, extents.toMicros(beside));
                }
            }
            child = above;
        }
        return to - reached < PEER * (to - from);
    }
}
