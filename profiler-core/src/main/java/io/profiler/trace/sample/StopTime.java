// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.concurrent.TimeUnit;

/**
 * How long threads are stopped for looks. Before JDK 21 each look stops all of them, which costs more than it costs the
 * sampler. What takes longer than a stop of many threads is mostly time in which the sampler did not run, as the machine was
 * busy; if that counted, it would hardly look at all there.
 */
final class StopTime {

    static final boolean STOPS_ALL = Runtime.version().feature() < 21;

    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private long nanos;

    void add(long lookNanos) {
        nanos += Math.min(LONGEST_NANOS, lookNanos);
    }

    /**
     * What looks have cost.
     *
     * @param processorNanos of the sampler; below 0 if nobody measures it
     */
    long cost(long processorNanos) {
        return STOPS_ALL || processorNanos < 0 ? Math.max(nanos, processorNanos) : processorNanos;
    }
}
