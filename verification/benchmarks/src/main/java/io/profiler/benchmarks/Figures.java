// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The same figure of several rounds, the lowest first. */
public record Figures(double... sorted) {

    public static <T> Figures of(Collection<T> rounds, ToDoubleFunction<T> figure) {
        return new Figures(rounds.stream().mapToDouble(figure).sorted().toArray());
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median, and the lowest and the highest if they differ, each in a format for one number. */
    public String range(String format) {
        double lowest = sorted[0];
        double highest = sorted[sorted.length - 1];
        return lowest == highest
                ? text(format, lowest)
                : "%s (%s to %s)".formatted(text(format, median()), text(format, lowest), text(format, highest));
    }

    private static String text(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
