// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which spans of a trace too large for a page are shown: those that failed and the longest, with all above them. */
final class SpanSelection {

    private static final Comparator<ReportSpan> MOST_TELLING_FIRST = Comparator.comparing(
                    (ReportSpan span) -> span.error() == null)
            .thenComparing(Comparator.comparingLong(ReportSpan::durationMicros).reversed());

    private final Map<ReportSpan, ReportSpan> parents = new IdentityHashMap<>();
    private final Set<ReportSpan> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int most;

    private SpanSelection(Report report, int most) {
        this.most = most;
        report.spans().forEach(parent -> report.childrenOf(parent).forEach(child -> parents.put(child, parent)));
    }

    static Predicate<ReportSpan> of(Report report, int most) {
        if (report.spans().size() <= most) {
            return span -> true;
        }
        SpanSelection selection = new SpanSelection(report, most);
        List<ReportSpan> mostTellingFirst =
                report.spans().stream().sorted(MOST_TELLING_FIRST).toList();
        mostTellingFirst.forEach(selection::choose);
        return selection.chosen::contains;
    }

    /** Chooses a span and all above it; where not all have room, those on top, so that none is shown without its parent. */
    private void choose(ReportSpan span) {
        if (chosen.size() < most) {
            withAllAbove(span).stream().limit(most - chosen.size()).forEach(chosen::add);
        }
    }

    /** A span after those above it that are not chosen yet; a cycle ends where it began. */
    private Deque<ReportSpan> withAllAbove(ReportSpan span) {
        Deque<ReportSpan> fromTheTop = new ArrayDeque<>();
        Set<ReportSpan> passed = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable ReportSpan next = span;
        while (next != null && !chosen.contains(next) && passed.add(next)) {
            fromTheTop.addFirst(next);
            next = parents.get(next);
        }
        return fromTheTop;
    }
}
