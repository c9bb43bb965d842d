// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import java.time.Duration;

/**
 * When it is time again to delete what is kept no longer, by a clock that nobody sets back. Thread-safe: of those who ask
 * at the same time, one is told that it is.
 *
 * @since 0.1
 */
public final class SweepTimer {

    private final long intervalNanos;
    private boolean dueSoon;
    private long lastNanos = System.nanoTime();

    /**
     * The first interval begins now.
     *
     * @param interval between two sweeps; the first is due after it
     */
    public SweepTimer(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    /** {@return whether it is time, and the caller the one to sweep: nobody else is told so before the interval is over} */
    public synchronized boolean takeTurn() {
        long now = System.nanoTime();
        if (!dueSoon && now - lastNanos < intervalNanos) {
            return false;
        }
        dueSoon = false;
        lastNanos = now;
        return true;
    }

    /** There is more to delete than what one sweep takes: the next is due when somebody asks. */
    public synchronized void sweepSoon() {
        dueSoon = true;
    }
}
