// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.PathSegment;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How much of a critical path is in each span, and in all below it. */
final class PathTimes {

    private static final class Times {
        private final @Nullable Times parent;
        private final Times top;
        private final PlacedSpan placed;
        private final int number;
        private int end;
        private long own;
        private long within;

        private Times(@Nullable Times parent, PlacedSpan placed, int number) {
            this.parent = parent;
            this.top = parent == null ? this : parent.top;
            this.placed = placed;
            this.number = number;
            this.end = number + 1;
        }

        private void addTo(Times above) {
            above.within = BoundedTime.plus(above.within, within);
            above.end = Math.max(above.end, end);
        }
    }

    private final List<Times> inReadingOrder;
    private final Map<ReportSpan, Times> bySpan = new IdentityHashMap<>();
    private final long totalMicros;

    PathTimes(Report report, List<PathSegment> path) {
        this.inReadingOrder = place(report.depthFirst());
        this.totalMicros = addUp(path);
    }

    private List<Times> place(List<PlacedSpan> spans) {
        List<Times> placed = new ArrayList<>(spans.size());
        List<Times> above = new ArrayList<>();
        for (PlacedSpan next : spans) {
            above.subList(next.depth(), above.size()).clear();
            Times times = new Times(next.depth() == 0 ? null : above.get(next.depth() - 1), next, placed.size());
            above.add(times);
            placed.add(times);
            bySpan.put(next.span(), times);
        }
        return placed;
    }

    private long addUp(List<PathSegment> path) {
        long total = 0;
        for (PathSegment segment : path) {
            Times times = times(segment.span());
            times.own = BoundedTime.plus(times.own, segment.durationMicros());
            total = BoundedTime.plus(total, segment.durationMicros());
        }
        for (int i = inReadingOrder.size() - 1; i >= 0; i--) {
            Times times = inReadingOrder.get(i);
            times.within = BoundedTime.plus(times.within, times.own);
            if (times.parent != null) {
                times.addTo(times.parent);
            }
        }
        return total;
    }

    private Times times(ReportSpan span) {
        Times times = bySpan.get(span);
        if (times == null) {
            throw new IllegalArgumentException("not a span of the forest");
        }
        return times;
    }

    long totalMicros() {
        return totalMicros;
    }

    /** How many spans have a place. */
    int count() {
        return inReadingOrder.size();
    }

    /** Whether so much time is worth a word: as a part of the path, and by itself. */
    boolean isMuch(long micros, double leastShare, long leastMicros) {
        return micros >= leastMicros && micros >= leastShare * totalMicros;
    }

    /** The spans of a kind that the path leads through, in reading order. */
    List<ReportSpan> onPath(Predicate<ReportSpan> kind) {
        List<ReportSpan> spans = new ArrayList<>();
        for (Times times : inReadingOrder) {
            if (times.within > 0 && kind.test(times.placed.span())) {
                spans.add(times.placed.span());
            }
        }
        return spans;
    }

    /** How long the path is in a span itself. */
    long ownMicros(ReportSpan span) {
        return times(span).own;
    }

    /** How long the path is in a span and all below it. */
    long withinMicros(ReportSpan span) {
        return times(span).within;
    }

    @Nullable
    ReportSpan parent(ReportSpan span) {
        Times parent = times(span).parent;
        return parent == null ? null : parent.placed.span();
    }

    /** The outermost span that a span is below; itself if that is it. */
    ReportSpan top(ReportSpan span) {
        return times(span).top.placed.span();
    }

    /** Of spans in reading order, those that are below no other one of them. */
    List<ReportSpan> outermost(List<ReportSpan> inReadingOrder) {
        List<ReportSpan> outermost = new ArrayList<>();
        int end = 0;
        for (ReportSpan span : inReadingOrder) {
            if (number(span) >= end) {
                outermost.add(span);
                end = end(span);
            }
        }
        return outermost;
    }

    /** The place of a span in reading order; those below it have the places from the next one to {@link #end}. */
    int number(ReportSpan span) {
        return times(span).number;
    }

    int end(ReportSpan span) {
        return times(span).end;
    }

    /** The nearest span that all of them are below; null if there is none. */
    @Nullable
    ReportSpan above(List<ReportSpan> spans) {
        int first = spans.stream().mapToInt(this::number).min().orElseThrow();
        int last = spans.stream().mapToInt(this::number).max().orElseThrow();
        Times above = inReadingOrder.get(first).parent;
        while (above != null && above.end <= last) {
            above = above.parent;
        }
        return above == null ? null : above.placed.span();
    }
}
