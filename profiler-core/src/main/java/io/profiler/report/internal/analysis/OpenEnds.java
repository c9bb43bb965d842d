// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Spans without an end below which nothing has one that began last: what was going on there when nothing more was recorded. */
final class OpenEnds {

    /** Takes a span with its parent, and the one that began next after it below that. */
    interface Taker {
        void take(ReportSpan span, ReportSpan parent, @Nullable ReportSpan next);
    }

    private final Report report;
    private final Comparator<ReportSpan> order;
    private final Set<ReportSpan> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private OpenEnds(Report report, ToLongFunction<ReportSpan> began) {
        this.report = report;
        this.order = Comparator.comparingLong(began);
    }

    /**
     * Looks at every span once, and sorts what is below those that have an open one.
     *
     * @param began when a span did, by one clock
     */
    static OpenEnds of(Report report, ToLongFunction<ReportSpan> began) {
        OpenEnds ends = new OpenEnds(report, began);
        List<PlacedSpan> placed = report.depthFirst();
        for (int i = placed.size() - 1; i >= 0; i--) {
            ends.add(placed.get(i).span());
        }
        return ends;
    }

    private void add(ReportSpan span) {
        List<ReportSpan> below = report.childrenOf(span);
        if (span.hasStart() && !span.hasStop() && (below.isEmpty() || open.contains(Collections.max(below, order)))) {
            open.add(span);
        }
    }

    /** Tells of each of them that its parent waits for, outer ones first: those of its host, and requests to others. */
    void lengthen(Taker taker) {
        if (!open.isEmpty()) {
            report.depthFirst().forEach(parent -> lengthenBelow(parent.span(), taker));
        }
    }

    private void lengthenBelow(ReportSpan parent, Taker taker) {
        List<ReportSpan> below = report.childrenOf(parent);
        if (below.stream().noneMatch(open::contains)) {
            return;
        }
        List<ReportSpan> inOrder = below.stream().sorted(order).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            ReportSpan span = inOrder.get(i);
            if (open.contains(span) && isAwaited(span, parent)) {
                taker.take(span, parent, endedBy(span, parent, inOrder.subList(i + 1, inOrder.size())));
            }
        }
    }

    private static boolean isAwaited(ReportSpan span, ReportSpan parent) {
        return !ClockOffsets.isElsewhere(span, parent) || Layer.of(span.name()).isTransport();
    }

    /** Several requests may be sent to others at once. */
    private static @Nullable ReportSpan endedBy(ReportSpan span, ReportSpan parent, List<ReportSpan> later) {
        ReportSpan next = later.isEmpty() ? null : later.get(0);
        boolean atOnce =
                next != null && ClockOffsets.isElsewhere(span, parent) && ClockOffsets.isElsewhere(next, parent);
        return atOnce ? null : next;
    }
}
