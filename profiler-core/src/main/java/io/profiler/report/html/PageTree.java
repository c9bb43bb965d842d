// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The spans of a page, each before its children. Spans that no root leads to, because their parents lead in a circle,
 * come last; the circle is cut above its earliest span. Loops, because traces may be deep.
 */
final class PageTree {

    private record Place(ReportSpan span, int parent, boolean inCycle) {}

    private final Report report;
    private final Predicate<ReportSpan> shown;
    private final List<PageSpan> spans = new ArrayList<>();
    private final Set<ReportSpan> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PageTree(Report report, Predicate<ReportSpan> shown) {
        this.report = report;
        this.shown = shown;
    }

    /** The shown spans of a report; whatever is above a shown span has to be shown. */
    static List<PageSpan> of(Report report, Predicate<ReportSpan> shown) {
        return new PageTree(report, shown).place();
    }

    private List<PageSpan> place() {
        report.roots().forEach(root -> placeBelow(root, false));
        if (seen.size() < report.spans().size()) {
            report.spans().stream()
                    .sorted(Comparator.comparingLong(ReportSpan::startedMicros))
                    .forEach(span -> placeBelow(span, true));
        }
        return spans;
    }

    private void placeBelow(ReportSpan top, boolean inCycle) {
        Deque<Place> waiting = new ArrayDeque<>();
        waiting.push(new Place(top, PageSpan.TOP, inCycle));
        while (!waiting.isEmpty()) {
            Place place = waiting.pop();
            if (seen.add(place.span()) && shown.test(place.span())) {
                pushChildren(place.span(), spans.size(), waiting);
                spans.add(new PageSpan(place.span(), place.parent(), place.inCycle()));
            }
        }
    }

    private void pushChildren(ReportSpan parent, int number, Deque<Place> waiting) {
        List<ReportSpan> children = report.childrenOf(parent);
        for (int i = children.size() - 1; i >= 0; i--) {
            waiting.push(new Place(children.get(i), number, false));
        }
    }
}
