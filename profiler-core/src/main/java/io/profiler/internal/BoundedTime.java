// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * Arithmetic of times, which stops at a bound where whole numbers would overflow: timestamps of others may be thousands
 * of years apart, and a report may hold any number.
 *
 * <p>The bound is the same for all units. In microseconds it is 126,000 years, which any clock and any script can still
 * add to a date.
 */
public final class BoundedTime {

    private static final long BOUND = 4_000_000_000_000_000_000L;
    private static final long MICROS_PER_MILLI = 1000;

    private BoundedTime() {}

    /**
     * A duration in whole microseconds.
     *
     * @param duration of any length
     * @return microseconds, the nearest that a long can hold
     */
    public static long micros(Duration duration) {
        return bounded(TimeUnit.MICROSECONDS.convert(duration));
    }

    /**
     * Milliseconds as microseconds.
     *
     * @param millis milliseconds
     * @return microseconds, the nearest that a long can hold
     */
    public static long microsOfMillis(long millis) {
        return bounded(TimeUnit.MILLISECONDS.toMicros(millis));
    }

    /**
     * A moment in whole microseconds since 1970 UTC.
     *
     * @param time any moment
     * @return microseconds, the nearest that a long can hold
     */
    public static long epochMicros(Instant time) {
        return micros(Duration.between(Instant.EPOCH, time.truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * The moment that is given in microseconds since 1970 UTC.
     *
     * @param epochMicros any number of microseconds
     * @return the moment
     */
    public static Instant instant(long epochMicros) {
        return Instant.EPOCH.plus(bounded(epochMicros), ChronoUnit.MICROS);
    }

    /**
     * The sum of two times.
     *
     * @param one microseconds
     * @param other microseconds
     * @return their sum, the nearest that a long can hold
     */
    public static long plus(long one, long other) {
        return bounded(bounded(one) + bounded(other));
    }

    /**
     * How far one time is after another.
     *
     * @param time microseconds
     * @param earlier microseconds
     * @return their difference, the nearest that a long can hold
     */
    public static long minus(long time, long earlier) {
        return bounded(bounded(time) - bounded(earlier));
    }

    private static long bounded(long time) {
        return Math.max(-BOUND, Math.min(BOUND, time));
    }
}
