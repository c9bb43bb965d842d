// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.Comparator;
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

    /** Chooses a span and what is above it, as long as there is room; a cycle ends where it began. */
    private void choose(ReportSpan span) {
        @Nullable ReportSpan next = span;
        while (next != null && chosen.size() < most && chosen.add(next)) {
            next = parents.get(next);
        }
    }
}
