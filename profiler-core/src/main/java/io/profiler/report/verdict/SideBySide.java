// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import java.util.Collection;

/**
 * Whether calls are made a few at a time, so that the critical path leads through some of them only: they run side by side already,
 * as far as whoever makes them wants that.
 */
final class SideBySide {

    private static final double BESIDE = 0.75;

    private final Evidence evidence;

    SideBySide(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * Whether the path leads through a part of them only.
     *
     * @param besideMicros how long those took that are not on the path
     */
    boolean are(Collection<ReportSpan> onPath, long besideMicros) {
        long micros = 0;
        for (ReportSpan span : onPath) {
            micros = BoundedTime.plus(micros, micros(span));
        }
        return besideMicros >= BESIDE * micros;
    }

    /** How long a span took, if the path does not lead through it; else 0. */
    long besideMicros(ReportSpan span) {
        return evidence.times().withinMicros(span) == 0 ? micros(span) : 0;
    }

    private long micros(ReportSpan span) {
        return BoundedTime.minus(
                evidence.extents().toMicros(span), evidence.extents().fromMicros(span));
    }
}
