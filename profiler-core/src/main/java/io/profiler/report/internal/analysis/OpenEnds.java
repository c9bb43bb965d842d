// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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

    /** Tells of each of them below another span of its host, outer ones first. */
    void lengthen(Taker taker) {
        if (!open.isEmpty()) {
            report.depthFirst().forEach(parent -> lengthenBelow(parent.span(), taker));
        }
    }

    private void lengthenBelow(ReportSpan parent, Taker taker) {
        List<ReportSpan> below = report.childrenOf(parent);
        for (int i = 0; i < below.size(); i++) {
            if (open.contains(below.get(i)) && !ClockOffsets.isElsewhere(below.get(i), parent)) {
                taker.take(below.get(i), parent, i + 1 < below.size() ? below.get(i + 1) : null);
            }
        }
    }
}
