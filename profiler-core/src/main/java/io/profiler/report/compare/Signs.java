// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.internal.text.ReadableDuration;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.function.LongFunction;

/** Differences as people write them, with the signs that a charset has. */
final class Signs {

    private static final int MANIFOLD = 10;

    private final ReadableDuration durations;
    private final String minus;
    private final String arrow;
    private final String times;

    Signs(Charset charset) {
        boolean all = charset.canEncode() && charset.newEncoder().canEncode("−→×");
        this.durations = ReadableDuration.in(charset);
        this.minus = all ? "−" : "-";
        this.arrow = all ? " → " : " to ";
        this.times = all ? "×" : "x";
    }

    String duration(long micros) {
        return micros < 0 ? minus + durations.of(-micros) : durations.of(micros);
    }

    String signedDuration(long micros) {
        return micros > 0 ? "+" + durations.of(micros) : duration(micros);
    }

    String signedNumber(long number) {
        return number > 0 ? "+" + number : number < 0 ? minus + -number : "0";
    }

    /** Both figures, or the one that both are. */
    String numbers(Spread before, Spread after) {
        return before.equals(after)
                ? spread(after, String::valueOf)
                : spread(before, String::valueOf) + arrow + spread(after, String::valueOf);
    }

    String durations(Spread before, Spread after) {
        return spread(before, this::duration) + arrow + spread(after, this::duration);
    }

    /** The median, and how far the traces are from each other. */
    private static String spread(Spread figure, LongFunction<String> words) {
        String median = words.apply(figure.median());
        return figure.min() == figure.max()
                ? median
                : median + " (" + words.apply(figure.min()) + " to " + words.apply(figure.max()) + ")";
    }

    /** By how much of what it was before; empty if that was nothing. */
    String share(long before, long after) {
        if (before <= 0 || before == after) {
            return "";
        }
        double ratio = (double) after / before;
        return ratio >= MANIFOLD ? times + Math.round(ratio) : percent(100.0 * Math.abs(after - before) / before);
    }

    private static String percent(double percent) {
        return percent < 0.1 ? "<0.1 %" : String.format(Locale.ROOT, percent < 9.95 ? "%.1f %%" : "%.0f %%", percent);
    }
}
