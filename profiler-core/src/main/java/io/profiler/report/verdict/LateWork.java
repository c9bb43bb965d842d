// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.LateSpans;
import org.jspecify.annotations.Nullable;

/**
 * How long spans went on when the request that they are part of had been answered. On another host there is another clock, but no
 * span begins before that which asked for it: one that takes longer than there was time until the answer went on after it.
 */
final class LateWork {

    private static final long LEAST_MICROS = 10_000;
    private static final double LEAST_SHARE_ELSEWHERE = 0.1;

    private final Evidence evidence;
    private final LateSpans here;

    LateWork(Evidence evidence) {
        this.evidence = evidence;
        this.here = LateSpans.of(evidence.report());
    }

    /** Whether it is worth a word. */
    boolean isMuch(ReportSpan span) {
        return micros(span) >= LEAST_MICROS;
    }

    /** At least so long if it {@link #isElsewhere}; 0 if it is not known to have. */
    long micros(ReportSpan span) {
        ReportSpan request = evidence.kinds().requestAbove(span);
        if (request == null) {
            return 0;
        }
        if (!isElsewhere(span)) {
            return here.contain(span) ? BoundedTime.minus(span.finishedMicros(), request.finishedMicros()) : 0;
        }
        return span.isFinished() && request.isFinished() ? microsElsewhere(span, request) : 0;
    }

    private long microsElsewhere(ReportSpan span, ReportSpan request) {
        long micros = span.durationMicros() - BoundedTime.minus(request.finishedMicros(), askedMicros(span, request));
        return micros >= LEAST_SHARE_ELSEWHERE * request.durationMicros() ? Math.max(0, micros) : 0;
    }

    /** By the clock of the request. */
    private long askedMicros(ReportSpan span, ReportSpan request) {
        @Nullable ReportSpan parent = evidence.times().parent(span);
        return parent == null || isElsewhere(parent)
                ? request.startedMicros()
                : Math.max(request.startedMicros(), parent.startedMicros());
    }

    /** Whether a span ran on another host than the request that it is part of. */
    boolean isElsewhere(ReportSpan span) {
        ReportSpan request = evidence.kinds().requestAbove(span);
        return request != null
                && request.host() != null
                && span.host() != null
                && !request.host().equals(span.host());
    }
}
