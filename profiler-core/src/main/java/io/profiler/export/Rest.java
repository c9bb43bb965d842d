// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How the writer waits for points. The first request after a pause is stored at once; under load some requests come together,
 * since to wake the writer and to ask the store costs as much for one as for fifty. Waits are the writer's, all else is for any
 * thread.
 */
final class Rest {

    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_AFTER_FAULT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final WaitingPoints waiting;
    private final long flushNanos;
    private long gatheredFromNanos;
    private volatile boolean idle;
    private volatile boolean gathering;
    private volatile boolean over;

    Rest(WaitingPoints waiting, Duration flushInterval) {
        this.waiting = waiting;
        this.flushNanos = TimeUnit.NANOSECONDS.convert(flushInterval);
        this.gatheredFromNanos = System.nanoTime() - GATHERING_NANOS;
    }

    /** Ends a pause; costs a volatile read or two while the writer is busy. */
    void wake(Thread writer) {
        if (idle || gathering && waiting.isHalfFull()) {
            idle = false;
            gathering = false;
            LockSupport.unpark(writer);
        }
    }

    /** From now on there is no rest. */
    void end(Thread writer) {
        over = true;
        LockSupport.unpark(writer);
    }

    boolean isOver() {
        return over;
    }

    /** Begins to gather: all that waited has been taken. */
    void begin() {
        gatheredFromNanos = System.nanoTime();
    }

    /** Lets as much come together as may, unless that has been going on while the writer was busy, or idle. */
    void gather() {
        long left = Math.min(GATHERING_NANOS, flushNanos) - (System.nanoTime() - gatheredFromNanos);
        if (left > 0 && !over && !waiting.isHalfFull()) {
            gathering = true;
            LockSupport.parkNanos(this, left);
            gathering = false;
        }
    }

    /** Does what pauses until it is unparked; it is when half of what may wait does. */
    void pauseUntilHalfFull(Runnable pause) {
        gathering = true;
        pause.run();
        gathering = false;
    }

    /** Lets the machine find what it had too little of. */
    void pauseAfterFault() {
        LockSupport.parkNanos(this, Math.min(flushNanos, LONGEST_AFTER_FAULT_NANOS));
    }

    /** Waits until something is ready, or for the next flush. */
    void pause() {
        idle = true;
        if (!over && !waiting.hasReadyPoints()) {
            LockSupport.parkNanos(this, flushNanos);
        }
        idle = false;
    }
}
