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
    private final Set<ReportSpan> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private OpenEnds(Report report) {
        this.report = report;
    }

    /** Takes n steps for n spans. */
    static OpenEnds of(Report report) {
        OpenEnds ends = new OpenEnds(report);
        List<PlacedSpan> placed = report.depthFirst();
        for (int i = placed.size() - 1; i >= 0; i--) {
            ends.add(placed.get(i).span());
        }
        return ends;
    }

    private void add(ReportSpan span) {
        List<ReportSpan> below = report.childrenOf(span);
        if (span.hasStart() && !span.hasStop() && (below.isEmpty() || open.contains(below.get(below.size() - 1)))) {
            open.add(span);
        }
    }

    /**
     * Tells of each of them that its parent waits for, outer ones first: those of its host, and requests to others.
     *
     * @param began when a span did, by one clock
     */
    void lengthen(ToLongFunction<ReportSpan> began, Taker taker) {
        if (!open.isEmpty()) {
            report.depthFirst().forEach(parent -> lengthenBelow(parent.span(), began, taker));
        }
    }

    private void lengthenBelow(ReportSpan parent, ToLongFunction<ReportSpan> began, Taker taker) {
        List<ReportSpan> below = report.childrenOf(parent);
        if (below.stream().noneMatch(open::contains)) {
            return;
        }
        List<ReportSpan> inOrder =
                below.stream().sorted(Comparator.comparingLong(began)).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            ReportSpan span = inOrder.get(i);
            if (open.contains(span) && isAwaited(span, parent)) {
                taker.take(span, parent, i + 1 < inOrder.size() ? inOrder.get(i + 1) : null);
            }
        }
    }

    private static boolean isAwaited(ReportSpan span, ReportSpan parent) {
        return !ClockOffsets.isElsewhere(span, parent) || Layer.of(span.name()).isTransport();
    }
}
