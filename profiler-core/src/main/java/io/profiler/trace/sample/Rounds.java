// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.concurrent.ThreadLocalRandom;

/**
 * When the threads of a request are looked at: as often as was asked for, but not in step with anything that repeats. The
 * first look comes at any time, so that short requests are seen as often as they should be. For the sampler alone, but for
 * the average.
 */
final class Rounds {

    private static final double LEAST_PART = 0.75;
    private static final double NANOS_PER_MILLI = 1e6;

    private final long everyNanos;
    private final long begunNanos;

    /** When the next look was planned, and how much of a period it comes after that, which is drawn once for each. */
    private long plannedNanos;

    private double part;
    private long dueNanos;
    private volatile long lastNanos;
    private volatile int made;

    Rounds(long everyNanos, long nowNanos) {
        this.everyNanos = everyNanos;
        this.begunNanos = nowNanos;
        this.lastNanos = nowNanos;
        plan(nowNanos, ThreadLocalRandom.current().nextDouble(), 1);
    }

    long everyNanos() {
        return everyNanos;
    }

    long begunNanos() {
        return begunNanos;
    }

    boolean isDue(long nowNanos) {
        return nowNanos - dueNanos >= 0;
    }

    long nanosUntilDue(long nowNanos) {
        return dueNanos - nowNanos;
    }

    long nanosSinceBegin(long nowNanos) {
        return nowNanos - begunNanos;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void made(long nowNanos) {
        made++;
        lastNanos = nowNanos;
    }

    /**
     * @param stretch how much rarer than asked for
     */
    void plan(long nowNanos, double stretch) {
        plan(
                nowNanos,
                LEAST_PART + 2 * (1 - LEAST_PART) * ThreadLocalRandom.current().nextDouble(),
                stretch);
    }

    private void plan(long nowNanos, double drawn, double stretch) {
        plannedNanos = nowNanos;
        part = drawn;
        dueNanos = nowNanos + nanos(stretch);
    }

    /** The same look, but not later than planned before. */
    void planEarlier(double stretch) {
        dueNanos = plannedNanos + Math.min(dueNanos - plannedNanos, nanos(stretch));
    }

    private long nanos(double stretch) {
        return (long) (everyNanos * stretch * part);
    }

    /** The first round comes half a period after the beginning, on the average. */
    double averageMillis() {
        double periods = made - 0.5;
        return (periods <= 0.5 ? everyNanos : (lastNanos - begunNanos) / periods) / NANOS_PER_MILLI;
    }
}
