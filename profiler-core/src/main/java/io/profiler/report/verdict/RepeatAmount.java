// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;

/** How often the same is too often, and how much of a request that has to take. */
final class RepeatAmount {

    private static final int FEWEST = 5;
    private static final int MANY = 10;
    /** A job that goes through its work in portions repeats itself, too. */
    private static final int FEWEST_IN_JOB = 20;

    private static final double LEAST_SHARE = 0.15;
    private static final double LEAST_SHARE_OF_UNKNOWN = 0.5;
    private static final double LEAST_SHARE_OF_MESSAGES = 0.4;
    /** A few that take little are those of a small page. */
    private static final double LEAST_SHARE_OF_LITTLE = 0.3;

    private static final long LITTLE_MICROS = 10_000;

    private static final long LEAST_MICROS = 5_000;
    private static final long LEAST_MICROS_OF_MANY = 2_000;
    /** A cache is there to be asked often. */
    private static final long LEAST_MICROS_OF_CACHE = 20_000;

    private RepeatAmount() {}

    static boolean isMuch(RepeatGroup group, Evidence evidence) {
        return group.calls().size() >= FEWEST
                && isMuch(group, group.first(), evidence)
                && isMuchWithoutLongest(group, evidence);
    }

    private static boolean isMuch(RepeatGroup group, ReportSpan first, Evidence evidence) {
        return group.calls().size() >= (evidence.kinds().isJob(first) ? FEWEST_IN_JOB : FEWEST)
                && evidence.isMuch(group.micros(), first, leastShare(group), leastMicros(group, first, evidence));
    }

    /** Messages are sent in batches behind the sender's back. */
    private static double leastShare(RepeatGroup group) {
        if (group.kind().message()) {
            return LEAST_SHARE_OF_MESSAGES;
        }
        if (group.kind().operation().what() == null) {
            return LEAST_SHARE_OF_UNKNOWN;
        }
        return group.micros() < LITTLE_MICROS && group.calls().size() < MANY ? LEAST_SHARE_OF_LITTLE : LEAST_SHARE;
    }

    private static long leastMicros(RepeatGroup group, ReportSpan first, Evidence evidence) {
        if (evidence.kinds().isCache(first)) {
            return LEAST_MICROS_OF_CACHE;
        }
        return isMany(group) ? LEAST_MICROS_OF_MANY : LEAST_MICROS;
    }

    /** That one of them takes longer than all others is not for their number, unless there are many and the others take long, too. */
    private static boolean isMuchWithoutLongest(RepeatGroup group, Evidence evidence) {
        long longest = group.longestMicros(evidence.explained());
        RepeatGroup others = new RepeatGroup(group.kind(), group.spans(), group.micros() - longest);
        return longest <= group.micros() / 2 || isMany(group) && isMuch(others, group.first(), evidence);
    }

    /** Statements of SQL may be fast where they are tried out, and as many as there are rows. */
    private static boolean isMany(RepeatGroup group) {
        return group.calls().size() >= MANY && SpanWords.verb(group.kind().operation()) != null;
    }
}
