// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * The time of one trace. The wall clock is read once, here; every time after that is the monotonic clock's distance from it, so
 * that a clock that is set never makes a duration negative. Immutable.
 */
final class TraceClock {

    private final long openedAtNanos;
    private final long openedAtEpochMicros;

    /**
     * @param openedAtNanos {@link System#nanoTime()} when the trace began, which may be a while ago
     */
    TraceClock(long openedAtNanos) {
        this.openedAtNanos = openedAtNanos;
        this.openedAtEpochMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())
                - TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - openedAtNanos);
    }

    /** Nanoseconds since the trace was opened here. */
    long elapsedNanos() {
        return System.nanoTime() - openedAtNanos;
    }

    /** {@link System#nanoTime()} then. */
    long openedAtNanos() {
        return openedAtNanos;
    }

    /** The same at another reading of the clock, which was not before that. */
    long elapsedNanosAt(long nanoTime) {
        return Math.max(0, nanoTime - openedAtNanos);
    }

    long epochMicros(long elapsedNanos) {
        return openedAtEpochMicros + TimeUnit.NANOSECONDS.toMicros(elapsedNanos);
    }
}
