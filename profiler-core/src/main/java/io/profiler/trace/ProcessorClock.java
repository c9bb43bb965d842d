// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.ThreadCounters;
import java.util.function.LongSupplier;

/**
 * Processor time of the thread that made it. To read it is a call of the kernel, which takes longer than some spans, and spans begin
 * and end in quick succession: a reading serves for some microseconds, in which the thread is taken to have run. So it tells at most
 * that much too much, and never less than it has told before. Not thread-safe.
 */
final class ProcessorClock {

    static final long GOOD_FOR_NANOS = 5_000;

    private final LongSupplier processorNanos;
    private final LongSupplier clock;
    private long read = ThreadCounters.UNKNOWN;
    private long readAt;
    private long told = ThreadCounters.UNKNOWN;

    ProcessorClock() {
        this(ThreadCounters::processorNanos, System::nanoTime);
    }

    ProcessorClock(LongSupplier processorNanos, LongSupplier clock) {
        this.processorNanos = processorNanos;
        this.clock = clock;
    }

    /** Nanoseconds so far; {@link ThreadCounters#UNKNOWN} if nobody measures them. */
    long nanos() {
        long since = clock.getAsLong() - readAt;
        if (read < 0 || since >= GOOD_FOR_NANOS) {
            read = processorNanos.getAsLong();
            readAt = clock.getAsLong();
            since = 0;
        }
        told = Math.max(told, read < 0 ? read : read + since);
        return told;
    }
}
