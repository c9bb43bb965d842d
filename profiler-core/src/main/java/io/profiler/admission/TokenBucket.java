// SPDX-License-Identifier: Apache-2.0
package io.profiler.admission;

import java.util.concurrent.TimeUnit;

/** Fills with time and is emptied by requests. Not thread-safe. */
final class TokenBucket {

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double perSecond;
    private final double capacity;
    private double level;
    private long filledAtNanos;

    /** A full one. */
    TokenBucket(double perSecond, double capacity, long nowNanos) {
        this.perSecond = perSecond;
        this.capacity = capacity;
        this.level = capacity;
        this.filledAtNanos = nowNanos;
    }

    boolean holds(double tokens, long nowNanos) {
        long passed = nowNanos - filledAtNanos;
        if (passed > 0) {
            level = Math.min(capacity, level + passed / NANOS_PER_SECOND * perSecond);
            filledAtNanos = nowNanos;
        }
        return level >= tokens;
    }

    void take() {
        level = Math.max(0, level - 1);
    }
}
