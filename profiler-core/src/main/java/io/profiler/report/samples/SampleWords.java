// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import io.profiler.report.internal.text.ReadableDuration;
import org.jspecify.annotations.Nullable;

/**
 * How a trace was looked at, in a sentence.
 *
 * @since 0.1
 */
public final class SampleWords {

    private SampleWords() {}

    /**
     * {@return how often threads were looked at, how often one, and what is not told: {@code 812 looks at its threads, one every
     * 10.2 ms, 12 of them not told}; null if nobody looked}
     *
     * @param samples what was found
     * @param microsecond how that unit is written
     */
    public static @Nullable String of(Samples samples, String microsecond) {
        if (samples.isEmpty()) {
            return null;
        }
        long told = samples.count();
        long taken = Math.max(
                told, samples.samplings().stream().mapToLong(Sampling::taken).reduce(0, SampleWords::plus));
        return taken + (taken == 1 ? " look" : " looks") + " at its threads" + every(samples, microsecond)
                + (taken > told ? ", " + (taken - told) + " of them not told" : "");
    }

    private static long plus(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /** The longest time, where services differ. */
    private static String every(Samples samples, String microsecond) {
        double millis = samples.samplings().stream()
                .mapToDouble(Sampling::everyMillis)
                .max()
                .orElse(0);
        return millis == 0 ? "" : ", one every " + new ReadableDuration(microsecond).of((long) (1000 * millis));
    }
}
