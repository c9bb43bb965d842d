// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Completeness;
import io.profiler.report.internal.analysis.ReportTotals;
import io.profiler.report.internal.analysis.RequestWords;
import io.profiler.report.internal.analysis.Requests;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The traces of one side of a comparison, and what they are as a whole.
 *
 * @param traces at least one
 * @param micros how long they were at work, in microseconds
 * @param spans how many spans they have
 * @param unfinished how many of those have no start or no stop
 * @param errors how many ended with an error
 * @since 0.1
 */
public record Side(List<Report> traces, Spread micros, Spread spans, Spread unfinished, Spread errors) {

    /** Copies the list of traces. */
    public Side {
        traces = List.copyOf(traces);
    }

    static Side of(List<Report> traces) {
        List<ReportTotals> totals = traces.stream().map(ReportTotals::of).toList();
        return new Side(
                traces,
                spread(traces, report -> Requests.of(report).busyMicros()),
                spread(totals, ReportTotals::spans),
                spread(totals, ReportTotals::incomplete),
                spread(totals, ReportTotals::errors));
    }

    private static <T> Spread spread(List<T> traces, ToLongFunction<T> figure) {
        return Spread.of(traces.stream().mapToLong(figure).toArray());
    }

    /** {@return whether all traces have ended: else nobody knows how long they took} */
    public boolean isFinished() {
        return traces.stream().flatMap(report -> report.roots().stream()).allMatch(ReportSpan::isFinished);
    }

    /** {@return how much is known to be missing in the first trace of which something is, in words; null if nothing is} */
    public @Nullable String loss() {
        return traces.stream()
                .map(Completeness::of)
                .filter(Completeness::isLossy)
                .map(Completeness::lossInWords)
                .findFirst()
                .orElse(null);
    }

    /** Whether what is missing may be a request: then spans that it asked for have nothing above them. */
    boolean hasLostRequests() {
        return traces.stream()
                .anyMatch(report ->
                        !report.orphans().isEmpty() && Completeness.of(report).isLossy());
    }

    /** {@return whether there is more than one trace, so that figures are medians} */
    public boolean isSeveral() {
        return traces.size() > 1;
    }

    /** {@return the trace that stands for all where one has to, which is the last} */
    public Report last() {
        return traces.get(traces.size() - 1);
    }

    /** {@return the errors that requests were answered with, in words; null if there are none} */
    public @Nullable String refusals() {
        return traces.stream()
                .map(report -> RequestWords.refusals(Requests.of(report)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** How many of the traces have a request that failed, or was answered with an error. */
    long failed() {
        return traces.stream()
                .filter(report ->
                        Requests.of(report).failed() + Requests.of(report).refused() > 0)
                .count();
    }

    /** What each trace is about, without ids: each set of requests once. */
    Set<Set<String>> requests() {
        return traces.stream().map(Side::requests).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> requests(Report report) {
        return Requests.of(report).spans().stream()
                .map(span -> Objects.requireNonNullElse(span.sharedSubject(), span.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
