// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.Report;
import io.profiler.report.internal.analysis.Requests;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two traces side by side, or several on each side, whose figures then are medians. Spans are matched by what they do and what
 * leads to them: two methods under one name are two rows.
 *
 * @param before the first traces
 * @param after the second traces
 * @param changes each path of any trace: first those with unfinished spans, then those whose self time changed most, then those
 *     whose time did, then those whose number did
 * @param operations the same by what is done, wherever it stands: a method that was renamed still has its statements
 * @param names the same by name
 * @param layers the same by the layer that names tell, as {@code database} or {@code remote}; other names are in none
 * @param methods the same by the methods that looks found; none unless all traces were looked at
 * @since 0.1
 */
public record Comparison(
        Side before,
        Side after,
        List<Change> changes,
        List<Change> operations,
        List<Change> names,
        List<Change> layers,
        MethodChanges methods) {

    /** Copies the list of changes. */
    public Comparison {
        changes = List.copyOf(changes);
        operations = List.copyOf(operations);
        names = List.copyOf(names);
        layers = List.copyOf(layers);
    }

    /** {@return whether all traces have ended, so that their totals tell something} */
    public boolean areTotalsKnown() {
        return before.isFinished() && after.isFinished();
    }

    /** {@return whether there is more than one trace on a side, so that figures are medians} */
    public boolean areSeveral() {
        return before.isSeveral() || after.isSeveral();
    }

    /**
     * Compares two traces, which may be of any requests. Takes n log n steps for n spans.
     *
     * @param before the first trace
     * @param after the second trace
     * @return what became of each path; of two equal traces every one, with nothing changed
     */
    public static Comparison of(Report before, Report after) {
        return of(List.of(before), List.of(after));
    }

    /**
     * Compares several traces with several others.
     *
     * @param before the first traces, at least one
     * @param after the second traces, at least one
     * @return what became of each path of any of them
     */
    public static Comparison of(List<Report> before, List<Report> after) {
        List<Report> all = Stream.concat(before.stream(), after.stream()).toList();
        boolean severalRequests =
                all.stream().anyMatch(report -> Requests.of(report).areSeveral());
        Matching matching = new Matching(before.size(), severalRequests);
        all.forEach(matching::add);
        return new Comparison(
                Side.of(before),
                Side.of(after),
                matching.paths(),
                matching.operations(),
                matching.names(),
                matching.layers(),
                matching.methods());
    }
}
