// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.json;

import io.profiler.sample.web.error.ApiException;

/** How long something may live. */
public enum TtlRange {
    MESSAGE(1_209_600, "The TTL for a message may not exceed %2$s seconds, and must be at least %1$s seconds long."),
    CLAIM(43_200, "The TTL for a claim may not exceed %2$s seconds, and must be at least %1$s seconds long."),
    SUBSCRIPTION(
            3_155_760_000L,
            "The TTL for a subscription may not exceed %2$s seconds, and must be at least %1$s seconds long."),
    CLAIM_GRACE(43_200, "The grace for a claim may not exceed %2$s seconds, and must be at least %1$s seconds long.");

    private static final int MIN_SECONDS = 60;

    private final long maxSeconds;
    private final String complaint;

    TtlRange(long maxSeconds, String complaint) {
        this.maxSeconds = maxSeconds;
        this.complaint = complaint;
    }

    public int minSeconds() {
        return MIN_SECONDS;
    }

    public long maxSeconds() {
        return maxSeconds;
    }

    /** What to say about other values, with places for the smallest and the largest one. */
    public String complaint() {
        return complaint;
    }

    public void check(long seconds) {
        if (seconds < MIN_SECONDS || seconds > maxSeconds) {
            throw ApiException.badRequest(complaint.formatted(MIN_SECONDS, maxSeconds));
        }
    }
}
