// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one service was looked at.
 *
 * @param top its topmost span, which tells it
 * @param openedMicros when the service opened the trace, in microseconds since the first event of the trace
 * @param everyMillis the time between two looks at one thread, on the average; 0 if it does not say
 * @param taken how often its threads were looked at for this trace
 * @param leftOut how many of these looks are not told, because there was no room
 * @param looked for what time looks stand
 * @param refused whether it was not looked at though that was asked for, as others were
 * @since 0.1
 */
public record Sampling(
        ReportSpan top,
        long openedMicros,
        double everyMillis,
        long taken,
        long leftOut,
        LookedTime looked,
        boolean refused) {

    static final double MICROS_PER_MILLI = 1_000;

    static Sampling of(ReportSpan top, Map<?, ?> samples) {
        double everyMillis = millis(samples.get("every"));
        long openedMicros = samples.get("ended") instanceof Number ended
                ? openedMicros(top, MICROS_PER_MILLI * ended.doubleValue())
                : top.startedMicros();
        return new Sampling(
                top,
                openedMicros,
                everyMillis,
                count(samples.get("taken")),
                count(samples.get("left_out")),
                LookedTime.of(everyMillis, openedMicros, samples),
                Boolean.TRUE.equals(samples.get("refused")));
    }

    /**
     * {@return when a service opened a trace, from which it counts times, in microseconds since the first event of the trace}
     *
     * @param top the span at whose end it says so
     * @param endedMicros how long that was after the opening; anything but a number if it does not say, and the span began just then
     */
    public static long openedMicros(ReportSpan top, @Nullable Object endedMicros) {
        return endedMicros instanceof Number ended && top.hasStop()
                ? BoundedTime.minus(top.finishedMicros(), ended.longValue())
                : top.startedMicros();
    }

    static double millis(@Nullable Object value) {
        double millis = value instanceof Number number ? number.doubleValue() : 0;
        return Double.isFinite(millis) ? Math.max(0, millis) : 0;
    }

    private static long count(@Nullable Object value) {
        return value instanceof Number number ? Math.max(0, number.longValue()) : 0;
    }
}
