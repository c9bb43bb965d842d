// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SpanExtents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a request would have taken nearly as long without a span, for what went on beside it or beside what it is part of. */
final class Peers {

    private static final double PEER = 0.5;

    private Peers() {}

    /** Takes n log n steps for n spans beside it and beside those above it. */
    static boolean has(ReportSpan span, Evidence evidence) {
        long from = evidence.extents().fromMicros(span);
        long to = evidence.extents().toMicros(span);
        long alone = to - from - coveredMicros(from, to, beside(span, from, to, evidence), evidence.extents());
        return alone < PEER * (to - from);
    }

    private static List<ReportSpan> beside(ReportSpan span, long from, long to, Evidence evidence) {
        SpanExtents extents = evidence.extents();
        List<ReportSpan> beside = new ArrayList<>();
        ReportSpan child = span;
        for (@Nullable ReportSpan above = evidence.times().parent(span);
                above != null;
                above = evidence.times().parent(above)) {
            for (ReportSpan other : evidence.report().childrenOf(above)) {
                if (other != child && extents.fromMicros(other) < to && extents.toMicros(other) > from) {
                    beside.add(other);
                }
            }
            child = above;
        }
        beside.sort(Comparator.comparingLong(extents::fromMicros));
        return beside;
    }

    /** How much of a time there was one of them at least. */
    private static long coveredMicros(long from, long to, List<ReportSpan> inTime, SpanExtents extents) {
        long covered = 0;
        long reached = from;
        for (ReportSpan span : inTime) {
            long until = Math.min(to, extents.toMicros(span));
            covered += Math.max(0, until - Math.max(reached, extents.fromMicros(span)));
            reached = Math.max(reached, until);
        }
        return covered;
    }
}
