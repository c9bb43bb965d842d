// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** When each span at the top ran, with all below it: a child may begin before its parent, or outlive it. */
final class TopExtents {

    private record Extent(ReportSpan top, long fromMicros, long toMicros) {

        static Extent of(ReportSpan span) {
            return new Extent(
                    span,
                    Math.min(span.startedMicros(), span.finishedMicros()),
                    Math.max(span.startedMicros(), span.finishedMicros()));
        }

        Extent with(ReportSpan below) {
            Extent other = of(below);
            return new Extent(top, Math.min(fromMicros, other.fromMicros), Math.max(toMicros, other.toMicros));
        }
    }

    private final List<Extent> extents = new ArrayList<>();

    private TopExtents(Report report) {
        Set<ReportSpan> placed = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PlacedSpan next : report.depthFirst()) {
            placed.add(next.span());
            add(next);
        }
        report.spans().stream()
                .filter(span -> !placed.contains(span))
                .map(Extent::of)
                .forEach(extents::add);
        extents.sort(Comparator.comparingLong(Extent::fromMicros));
    }

    private void add(PlacedSpan placed) {
        int last = extents.size() - 1;
        if (placed.depth() == 0) {
            extents.add(Extent.of(placed.span()));
        } else {
            extents.set(last, extents.get(last).with(placed.span()));
        }
    }

    /** The times in which any of them ran, in order. Takes n log n steps for n spans. */
    static List<Stretch> stretches(Report report) {
        List<Stretch> stretches = new ArrayList<>();
        List<ReportSpan> tops = new ArrayList<>();
        long from = 0;
        long to = Long.MIN_VALUE;
        for (Extent extent : new TopExtents(report).extents) {
            if (!tops.isEmpty() && extent.fromMicros() > to) {
                stretches.add(new Stretch(from, to, tops));
                tops.clear();
            }
            from = tops.isEmpty() ? extent.fromMicros() : from;
            to = tops.isEmpty() ? extent.toMicros() : Math.max(to, extent.toMicros());
            tops.add(extent.top());
        }
        if (!tops.isEmpty()) {
            stretches.add(new Stretch(from, to, tops));
        }
        return Collections.unmodifiableList(stretches);
    }
}
