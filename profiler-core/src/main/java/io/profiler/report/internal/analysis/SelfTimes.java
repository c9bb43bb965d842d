// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each span of a report was at work itself: its time less the union of its children's, of which only what
 * lies within the span counts. Never negative, whatever runs in parallel or outlives its parent.
 */
public final class SelfTimes {

    private final Report report;
    private final Map<ReportSpan, Long> micros = new IdentityHashMap<>();

    private SelfTimes(Report report) {
        this.report = report;
        report.spans().forEach(span -> micros.put(span, selfMicros(span)));
    }

    /** Takes n log n steps for n spans. */
    public static SelfTimes of(Report report) {
        return new SelfTimes(report);
    }

    /** In microseconds; 0 for a span that is not of the report, or whose start or stop is missing. */
    public long micros(ReportSpan span) {
        return micros.getOrDefault(span, 0L);
    }

    private long selfMicros(ReportSpan span) {
        return Math.max(0, span.durationMicros() - coveredMicros(span, report.childrenOf(span)));
    }

    private static long coveredMicros(ReportSpan span, List<ReportSpan> children) {
        CoveredTime covered = new CoveredTime();
        children.forEach(child -> covered.add(child.startedMicros(), child.finishedMicros()));
        return covered.within(span.startedMicros(), span.finishedMicros());
    }
}
