// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span on the critical path while its children are looked through, from the last that ended to the first. */
final class PathStep {

    private final @Nullable ReportSpan span;
    private final long fromMicros;
    private long untilMicros;
    private @Nullable Deque<PathStep> children;

    private PathStep(@Nullable ReportSpan span, long fromMicros, long untilMicros) {
        this.span = span;
        this.fromMicros = fromMicros;
        this.untilMicros = untilMicros;
    }

    /** A step that stands for the trace itself. */
    static PathStep throughRoots(List<ReportSpan> roots, SpanExtents extents) {
        PathStep trace = new PathStep(null, Long.MIN_VALUE, Long.MAX_VALUE);
        trace.children = trace.within(roots, extents);
        return trace;
    }

    /** Null for the trace itself. */
    @Nullable
    ReportSpan span() {
        return span;
    }

    long fromMicros() {
        return fromMicros;
    }

    /** Up to where it is still to be told what the time went to. */
    long untilMicros() {
        return untilMicros;
    }

    /** The last child to have ended by then; null if there is none left. */
    @Nullable
    PathStep nextChild(Report report, SpanExtents extents) {
        if (children == null) {
            children = within(span == null ? List.of() : report.childrenOf(span), extents);
        }
        while (!children.isEmpty()) {
            PathStep child = children.pop();
            if (child.untilMicros <= untilMicros) {
                return child;
            }
        }
        return null;
    }

    void continueBefore(PathStep child) {
        untilMicros = child.fromMicros;
    }

    private Deque<PathStep> within(List<ReportSpan> below, SpanExtents extents) {
        Deque<PathStep> steps = new ArrayDeque<>();
        below.stream()
                .map(child -> cut(child, extents))
                .filter(child -> child.fromMicros < child.untilMicros)
                .sorted(Comparator.comparingLong(PathStep::untilMicros)
                        .reversed()
                        .thenComparingLong(PathStep::fromMicros))
                .forEach(steps::add);
        return steps;
    }

    private PathStep cut(ReportSpan child, SpanExtents extents) {
        return new PathStep(
                child, Math.max(fromMicros, extents.fromMicros(child)), Math.min(untilMicros, extents.toMicros(child)));
    }
}
