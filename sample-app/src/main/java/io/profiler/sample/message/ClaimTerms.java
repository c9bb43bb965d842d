// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import java.time.Instant;

/**
 * How long a claim holds.
 *
 * @param ttlSeconds how long it holds its messages
 * @param graceSeconds how much longer than the claim its messages live at least
 */
public record ClaimTerms(long ttlSeconds, long graceSeconds) {

    Instant claimedUntil(Instant now) {
        return now.plusSeconds(ttlSeconds);
    }

    long messageTtlSeconds() {
        return ttlSeconds + graceSeconds;
    }
}
