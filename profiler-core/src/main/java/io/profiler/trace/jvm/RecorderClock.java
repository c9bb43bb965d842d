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

    /** The first take their time. */
    private static final int FIRST_TICKS = READINGS;

    /** Clocks that go by themselves drift less in the time of some readings. */
    private static final long STEP_NANOS = 10_000_000;

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

    /** As often as it takes for one to be close. */
    static void tickOften() {
        for (int tick = 0; tick < FIRST_TICKS; tick++) {
            tick(null);
        }
    }

    /** {@link System#nanoTime()} when one ticked. */
    static long nanoTimeOf(RecordedEvent tick) {
        return tick.getLong(NANO_TIME);
    }

    void read(RecordedEvent tick) {
        read(
                nanoTimeOf(tick),
                RecordedEvents.epochNanos(tick.getStartTime()),
                tick.getDuration().toNanos());
    }

    /**
     * One reading.
     *
     * @param nanoTime between two of the recorder's clock
     * @param epochNanos the first of them
     * @param blur how far they are apart
     */
    void read(long nanoTime, long epochNanos, long blur) {
        Reading reading = new Reading(nanoTime - (epochNanos + blur / 2), blur);
        if (!latest.isEmpty() && isStep(latest.getLast(), reading)) {
            latest.clear();
        }
        if (latest.size() == READINGS) {
            latest.removeFirst();
        }
        latest.addLast(reading);
    }

    /** Whether the recorder's clock, which is the wall clock when it begins another file, was set between them. */
    private static boolean isStep(Reading one, Reading next) {
        return Math.abs(next.offset() - one.offset()) > STEP_NANOS + one.blur() + next.blur();
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
