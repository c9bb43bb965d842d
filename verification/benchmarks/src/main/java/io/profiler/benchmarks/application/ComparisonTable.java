// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import io.profiler.benchmarks.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Each variant as a row, with the ratio to the first: the median of the rounds' ratios, since a round finds all alike. */
record ComparisonTable(List<Outcome> outcomes) {

    private static final String HEADING = """
            | | CPU µs a request | times off | spans a request |
            |---|---:|---:|---:|
            """;

    String toMarkdown() {
        return HEADING + outcomes.stream().map(this::row).collect(Collectors.joining("\n"));
    }

    private String row(Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.1f |",
                outcome.variant().label(),
                Figures.of(outcome.micros(), Double::doubleValue).range("%.1f"),
                ratios(outcome).range("%.3f"),
                outcome.spans());
    }

    private Figures ratios(Outcome outcome) {
        List<Double> base = outcomes.get(0).micros();
        List<Integer> rounds = IntStream.range(0, base.size()).boxed().toList();
        return Figures.of(rounds, round -> outcome.micros().get(round) / base.get(round));
    }
}
