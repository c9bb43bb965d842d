// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The spans of a trace and who is below whom. Immutable. Spans are told apart by identity.
 *
 * @since 0.1
 */
public final class SpanForest {

    private final List<ReportSpan> spans;
    private final List<ReportSpan> roots;
    private final Map<ReportSpan, List<ReportSpan>> children;
    private final List<PlacedSpan> depthFirst;

    /**
     * A forest of what a reader found.
     *
     * @param spans all spans, in the order of their arrival where it is known
     * @param roots those of them at the top, in the order in which they are shown
     * @param children those directly below each that has any, in that order; no span may be
     *     below two others, or below itself
     */
    public SpanForest(List<ReportSpan> spans, List<ReportSpan> roots, Map<ReportSpan, List<ReportSpan>> children) {
        this.spans = List.copyOf(spans);
        this.roots = List.copyOf(roots);
        this.children = new IdentityHashMap<>();
        children.forEach((parent, below) -> this.children.put(parent, List.copyOf(below)));
        this.depthFirst = place();
    }

    List<ReportSpan> spans() {
        return spans;
    }

    List<ReportSpan> roots() {
        return roots;
    }

    List<ReportSpan> childrenOf(ReportSpan span) {
        return children.getOrDefault(span, List.of());
    }

    /** Every span that can be reached from the top, each before its children. */
    List<PlacedSpan> depthFirst() {
        return depthFirst;
    }

    /** Loops, because traces may be deep. */
    private List<PlacedSpan> place() {
        List<PlacedSpan> placed = new ArrayList<>(spans.size());
        Deque<Iterator<ReportSpan>> path = new ArrayDeque<>();
        path.push(roots.iterator());
        while (!path.isEmpty()) {
            Iterator<ReportSpan> siblings = path.element();
            if (siblings.hasNext()) {
                ReportSpan span = siblings.next();
                List<ReportSpan> below = childrenOf(span);
                placed.add(new PlacedSpan(span, path.size() - 1, !siblings.hasNext(), !below.isEmpty()));
                path.push(below.iterator());
            } else {
                path.pop();
            }
        }
        return Collections.unmodifiableList(placed);
    }
}
