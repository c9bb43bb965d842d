// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import io.profiler.report.ReportSpan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one service was looked at.
 *
 * @param top its topmost span, which tells it
 * @param everyMillis the time between two looks at one thread, on the average; 0 if it does not say
 * @param taken how often its threads were looked at for this trace
 * @param leftOut how many of these looks are not told, because there was no room
 * @param looked for what time looks stand
 * @param refused whether it was not looked at though that was asked for, as others were
 * @since 0.1
 */
public record Sampling(
        ReportSpan top, double everyMillis, long taken, long leftOut, LookedTime looked, boolean refused) {

    static Sampling of(ReportSpan top, Map<?, ?> samples) {
        return new Sampling(
                top,
                millis(samples.get("every")),
                count(samples.get("taken")),
                count(samples.get("left_out")),
                LookedTime.of(millis(samples.get("every")), top.startedMicros(), samples),
                Boolean.TRUE.equals(samples.get("refused")));
    }

    static double millis(@Nullable Object value) {
        double millis = value instanceof Number number ? number.doubleValue() : 0;
        return Double.isFinite(millis) ? Math.max(0, millis) : 0;
    }

    private static long count(@Nullable Object value) {
        return value instanceof Number number ? Math.max(0, number.longValue()) : 0;
    }
}
