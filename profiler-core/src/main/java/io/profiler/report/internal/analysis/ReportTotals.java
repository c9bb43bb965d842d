// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanStatistics;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a trace adds up to.
 *
 * @param spans how many spans there are, with those in a parent cycle of which a saved report holds the names alone
 * @param errors how many of them ended with an error
 * @param unfinished how many have no stop
 * @param incomplete how many have no start or no stop
 * @param services the services that they ran in, as {@code project/service}, each once and in the order of the spans
 */
public record ReportTotals(long spans, long errors, long unfinished, long incomplete, List<String> services) {

    public ReportTotals {
        services = List.copyOf(services);
    }

    /** Takes n steps for n spans. */
    public static ReportTotals of(Report report) {
        return new ReportTotals(
                report.statistics().values().stream()
                        .mapToLong(SpanStatistics::count)
                        .sum(),
                count(report, span -> span.error() != null),
                count(report, span -> !span.hasStop()),
                count(report, span -> !span.isFinished()),
                services(report));
    }

    private static long count(Report report, Predicate<ReportSpan> condition) {
        return report.spans().stream().filter(condition).count();
    }

    private static List<String> services(Report report) {
        return report.spans().stream()
                .map(ReportSpan::qualifiedService)
                .filter(service -> !service.isEmpty())
                .distinct()
                .toList();
    }
}
