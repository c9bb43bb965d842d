// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.internal.text.ReadableDuration;
import io.profiler.report.samples.Samples;
import io.profiler.report.samples.Sampling;
import org.jspecify.annotations.Nullable;

/** How a trace was looked at, in a sentence. */
public final class SampleWords {

    private static final String REFUSED = "was looked at, since the sampler took no more requests";

    private SampleWords() {}

    /**
     * How often threads were looked at, how often one, and what is not told: {@code 812 looks at its threads, one every 10.2 ms,
     * 12 of them not told}; null if nobody looked, nor was to look.
     *
     * @param microsecond how that unit is written
     */
    public static @Nullable String of(Samples samples, String microsecond) {
        if (samples.samplings().isEmpty()) {
            return null;
        }
        long refused = samples.samplings().stream().filter(Sampling::refused).count();
        if (refused == samples.samplings().size()) {
            return "no thread of it " + REFUSED;
        }
        return looks(samples, microsecond)
                + (refused == 0
                        ? ""
                        : "; no thread of " + refused + (refused == 1 ? " more request " : " more requests ")
                                + REFUSED);
    }

    private static String looks(Samples samples, String microsecond) {
        long told = samples.count();
        long taken = Math.max(
                told, samples.samplings().stream().mapToLong(Sampling::taken).reduce(0, BoundedTime::plus));
        return taken + (taken == 1 ? " look" : " looks") + " at its threads" + every(samples, microsecond)
                + (taken > told ? ", " + (taken - told) + " of them not told" : "");
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
