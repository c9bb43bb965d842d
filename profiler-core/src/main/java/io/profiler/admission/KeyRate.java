// SPDX-License-Identifier: Apache-2.0
package io.profiler.admission;

import io.profiler.internal.LastUsed;

/**
 * The requests of one key: as many as its bucket holds. Who asks for more than his share gets the upper half of the
 * bucket alone, so that whoever repeats one pair of headers, or one token, leaves the lower half to whoever is new.
 * Thread-safe.
 */
final class KeyRate {

    private static final int REMEMBERED_ASKERS = 1_024;
    private static final int BURST_SECONDS = 2;
    private static final double SHARE = 1.0 / 8;

    private final TokenBucket all;
    private final double half;
    private final LastUsed<String, TokenBucket> shares;
    private long latestNanos;

    KeyRate(int perSecond, long nowNanos) {
        double capacity = (double) perSecond * BURST_SECONDS;
        this.all = new TokenBucket(perSecond, capacity, nowNanos);
        this.half = capacity / 2;
        this.latestNanos = nowNanos;
        this.shares = new LastUsed<>(
                REMEMBERED_ASKERS,
                asker -> new TokenBucket(perSecond * SHARE, Math.max(1, capacity * SHARE), latestNanos));
    }

    /** Takes one of his, if he may have one. */
    synchronized boolean admit(String asker, long nowNanos) {
        latestNanos = nowNanos;
        TokenBucket share = shares.of(asker);
        boolean admitted = all.holds(share.holds(1, nowNanos) ? 1 : half + 1, nowNanos);
        if (admitted) {
            share.take();
            all.take();
        }
        return admitted;
    }
}
