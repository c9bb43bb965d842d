// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import java.util.Collection;
import java.util.List;

/**
 * Whether calls are made a few at a time, so that the critical path leads through some of them only: they run side by side already,
 * as far as whoever makes them wants that.
 */
final class SideBySide {

    private static final double BESIDE = 0.75;
    private static final int FEWEST = 2;

    private final Evidence evidence;

    SideBySide(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * Whether the path leads through a part of them only.
     *
     * @param others calls alike that are not on the path, whenever they ran
     */
    boolean are(Collection<ReportSpan> onPath, Collection<ReportSpan> others) {
        long from = onPath.stream().mapToLong(this::from).min().orElse(0);
        long to = onPath.stream().mapToLong(this::to).max().orElse(0);
        List<ReportSpan> beside = others.stream()
                .filter(span -> from(span) < to && to(span) > from)
                .toList();
        return beside.size() >= FEWEST && micros(beside, from, to) >= BESIDE * micros(onPath, from, to);
    }

    /** Whether the path does not lead through a span, which took some time. */
    boolean isOffPath(ReportSpan span) {
        return evidence.times().withinMicros(span) == 0 && from(span) < to(span);
    }

    private long micros(Collection<ReportSpan> spans, long from, long to) {
        long micros = 0;
        for (ReportSpan span : spans) {
            micros = BoundedTime.plus(micros, BoundedTime.minus(Math.min(to, to(span)), Math.max(from, from(span))));
        }
        return micros;
    }

    private long from(ReportSpan span) {
        return evidence.extents().fromMicros(span);
    }

    private long to(ReportSpan span) {
        return evidence.extents().toMicros(span);
    }
}
