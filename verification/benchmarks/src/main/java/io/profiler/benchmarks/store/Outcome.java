// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What both did. */
record Outcome(String label, List<Round> rounds) {

    static final String HEADING = """
            | backend | append, points/s | its client | ratio | its client, given what its API takes | ratio |
            |---|---:|---:|---:|---:|---:|
            """;

    /** A row of the table, with the medians of the rounds' ratios: both sides of a round find the machine much the same. */
    String toRow() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s |",
                label,
                range(Round::storePerSecond),
                comparedWith(Round::clientPerSecond),
                comparedWith(Round::sendingPerSecond));
    }

    private String comparedWith(ToDoubleFunction<Round> rate) {
        return String.format(
                Locale.ROOT,
                "%s | %.2f",
                range(rate),
                median(round -> round.storePerSecond() / rate.applyAsDouble(round)));
    }

    private String range(ToDoubleFunction<Round> rate) {
        double[] sorted = sorted(rate);
        return String.format(Locale.ROOT, "%,.0f (%,.0f to %,.0f)", median(rate), sorted[0], sorted[sorted.length - 1]);
    }

    private double median(ToDoubleFunction<Round> rate) {
        double[] sorted = sorted(rate);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double[] sorted(ToDoubleFunction<Round> rate) {
        return rounds.stream().mapToDouble(rate).sorted().toArray();
    }
}
