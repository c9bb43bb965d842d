// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * How far the flight recorder's clock is from {@link System#nanoTime()}, as events tell in which both are read. The wall clock,
 * which would need no events, is microseconds off. Not thread-safe, but for {@link #tick}.
 */
final class RecorderClock {

    static final String EVENT = "io.profiler.Clock";

    private static final String NANO_TIME = "nanoTime";
    private static final int READINGS = 8;

    private final Deque<Reading> latest = new ArrayDeque<>();

    /** How far the clocks were apart, at some time in the time that it took to read one between two readings of the other. */
    private record Reading(long offset, long blur) {}

    @Name(EVENT)
    @Label("Clock")
    @Enabled(false)
    @StackTrace(false)
    private static final class Tick extends Event {

        @Label("System.nanoTime()")
        long nanoTime;

        @Label("A class to speak of")
        @Nullable
        Class<?> fresh;
    }

    static void tick(@Nullable Class<?> fresh) {
        Tick tick = new Tick();
        tick.fresh = fresh;
        tick.begin();
        tick.nanoTime = System.nanoTime();
        tick.end();
        tick.commit();
    }

    /** {@link System#nanoTime()} when one ticked. */
    static long nanoTimeOf(RecordedEvent tick) {
        return tick.getLong(NANO_TIME);
    }

    void read(RecordedEvent tick) {
        long blur = tick.getDuration().toNanos();
        long middle = RecordedEvents.epochNanos(tick.getStartTime()) + blur / 2;
        if (latest.size() == READINGS) {
            latest.removeFirst();
        }
        latest.addLast(new Reading(nanoTimeOf(tick) - middle, blur));
    }

    boolean isKnown() {
        return !latest.isEmpty();
    }

    /** A thread may have been stopped between its readings: the closest ones count. */
    long nanoTime(long epochNanos) {
        return epochNanos
                + latest.stream()
                        .min(Comparator.comparingLong(Reading::blur))
                        .orElseThrow()
                        .offset();
    }
}
