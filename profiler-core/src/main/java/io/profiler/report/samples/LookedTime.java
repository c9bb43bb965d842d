// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import io.profiler.internal.BoundedTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For what time looks stand. Times are microseconds, since the first event of the trace.
 *
 * @param reachMicros for how long before and after it a look stands at most: twice the time between two; {@link Long#MAX_VALUE}
 *     if that is not known
 * @param fromMicros since when somebody looked; {@link Long#MIN_VALUE} if that is not known
 * @param toMicros until when; {@link Long#MAX_VALUE} if that is not known
 * @since 0.1
 */
public record LookedTime(long reachMicros, long fromMicros, long toMicros) {

    /** Nobody says. */
    public static final LookedTime ANY = new LookedTime(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);

    private static final double TWICE = 2;

    static LookedTime of(double everyMillis, long openedMicros, Map<?, ?> samples) {
        return new LookedTime(
                everyMillis == 0 ? Long.MAX_VALUE : (long) reach(Sampling.MICROS_PER_MILLI * everyMillis),
                moment(openedMicros, samples.get("from"), Long.MIN_VALUE),
                moment(openedMicros, samples.get("to"), Long.MAX_VALUE));
    }

    /**
     * {@return for how long before and after it a look stands at most}
     *
     * @param every the time between two looks, in whatever unit
     */
    public static double reach(double every) {
        return TWICE * every;
    }

    private static long moment(long openedMicros, @Nullable Object millis, long otherwise) {
        return millis instanceof Number
                ? BoundedTime.plus(openedMicros, (long) (Sampling.MICROS_PER_MILLI * Sampling.millis(millis)))
                : otherwise;
    }

    /**
     * {@return the time of both}
     *
     * @param other of the same spans
     */
    public LookedTime or(LookedTime other) {
        return new LookedTime(
                Math.max(reachMicros, other.reachMicros),
                Math.min(fromMicros, other.fromMicros),
                Math.max(toMicros, other.toMicros));
    }

    /** How long that is at most for looks of which the times are not known. */
    long micros(long looks) {
        long all = Math.max(0, BoundedTime.minus(toMicros, fromMicros));
        return reachMicros < all / Math.max(1, looks) ? looks * reachMicros : all;
    }

    /** How long that is for looks in the order of time. */
    long micros(List<Look> looks) {
        long micros = 0;
        long reached = fromMicros;
        for (Look look : looks) {
            long from = Math.max(reached, BoundedTime.minus(look.atMicros(), reachMicros));
            long to = Math.min(toMicros, BoundedTime.plus(look.atMicros(), reachMicros));
            micros = BoundedTime.plus(micros, Math.max(0, BoundedTime.minus(to, from)));
            reached = Math.max(reached, to);
        }
        return micros;
    }
}
