// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;

/** How much of a request is most of it. */
enum DominatingShare {
    /** A span by itself. */
    ONE(0.5),
    /** A few that do the same. */
    SEVERAL(0.5),
    /** What a call took is told of by the spans that came of it, unless it is nearly all. */
    CALL(0.7);

    /** What a job does for most of its time is the job. */
    private static final double OF_JOB = 0.75;

    private static final long LEAST_MICROS = 30_000;
    private static final double NEARLY_ALL = 0.75;
    private static final long LEAST_MICROS_OF_NEARLY_ALL = 20_000;

    /** Half of a request is in code of some span, and more of a fast one. */
    private static final double OF_CODE = 0.6;

    private static final long LEAST_MICROS_OF_CODE = 100_000;

    /** Half a second is long, whatever else there is. */
    private static final long LEAST_MICROS_OF_LONG_CODE = 500_000;

    private static final long LEAST_MICROS_OF_REPEATED_CODE = 300_000;

    /** A statement or a call that is slow by any measure does not have to be half of it. */
    private static final double OF_SLOW = 0.4;

    private static final long LEAST_MICROS_OF_SLOW = 300_000;

    private final double share;

    DominatingShare(double share) {
        this.share = share;
    }

    boolean isMuch(long micros, ReportSpan span, Evidence evidence) {
        if (evidence.kinds().isJob(span)) {
            return evidence.isMuch(micros, span, OF_JOB, LEAST_MICROS);
        }
        return evidence.kinds().isCode(span)
                ? isMuchCode(micros, span, evidence)
                : isMuchOfCall(micros, span, evidence);
    }

    private boolean isMuchCode(long micros, ReportSpan span, Evidence evidence) {
        long least = this == SEVERAL ? LEAST_MICROS_OF_REPEATED_CODE : LEAST_MICROS_OF_CODE;
        return evidence.isMuch(micros, span, OF_CODE, least)
                || this != SEVERAL
                        && evidence.isMuch(micros, span, share, LEAST_MICROS_OF_LONG_CODE)
                        && isMostlyOne(micros, span, evidence)
                || evidence.isMuch(micros, span, NEARLY_ALL, LEAST_MICROS);
    }

    /** Whether half of it or more is at a stretch, and not a little between each of many spans below. */
    private static boolean isMostlyOne(long micros, ReportSpan span, Evidence evidence) {
        return evidence.parts().stream().anyMatch(part -> part.span() == span && part.durationMicros() >= micros / 2);
    }

    private boolean isMuchOfCall(long micros, ReportSpan span, Evidence evidence) {
        return evidence.isMuch(micros, span, share, LEAST_MICROS)
                || evidence.isMuch(micros, span, NEARLY_ALL, LEAST_MICROS_OF_NEARLY_ALL)
                || this == ONE && evidence.isMuch(micros, span, OF_SLOW, LEAST_MICROS_OF_SLOW);
    }
}
