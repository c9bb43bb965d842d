// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.profiler.benchmarks.Figures;
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
        return Figures.of(rounds, rate).range("%,.0f");
    }

    private double median(ToDoubleFunction<Round> rate) {
        return Figures.of(rounds, rate).median();
    }
}
