// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.Report;
import io.profiler.report.internal.analysis.PathStatistics;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.analysis.SpanPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two traces side by side, their spans matched by the names that lead to them from the root.
 *
 * @param before the first trace
 * @param after the second trace
 * @param changes each path of either trace: first those with unfinished spans in one of the traces, then those whose time changed
 *     most, then those whose number did
 * @since 0.1
 */
public record Comparison(Report before, Report after, List<PathChange> changes) {

    /** Copies the list of changes. */
    public Comparison {
        changes = List.copyOf(changes);
    }

    /**
     * Compares two traces, which may be of any requests. Takes n log n steps for n spans.
     *
     * @param before the first trace
     * @param after the second trace
     * @return what became of each path; of two equal traces every one, with nothing changed
     */
    public static Comparison of(Report before, Report after) {
        SpanPath origin = SpanPath.origin();
        Map<SpanPath, SpanFigures> first =
                new PathStatistics(origin).add(before).figures();
        Map<SpanPath, SpanFigures> second =
                new PathStatistics(origin).add(after).figures();
        Set<SpanPath> paths = new LinkedHashSet<>(first.keySet());
        paths.addAll(second.keySet());
        List<PathChange> changes = new ArrayList<>(paths.size());
        for (SpanPath path : paths) {
            changes.add(new PathChange(path.names(), PathTotals.of(first.get(path)), PathTotals.of(second.get(path))));
        }
        changes.sort(PathChange.BY_SIZE);
        return new Comparison(before, after, changes);
    }
}
