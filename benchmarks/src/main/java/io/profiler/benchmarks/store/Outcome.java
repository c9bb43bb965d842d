// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import java.util.List;
import java.util.Locale;

/** What both did in each round, in points a second. */
record Outcome(String label, List<Double> store, List<Double> raw) {

    static final String HEADING = """
            | backend | points/s, append | points/s, its client | ratio |
            |---|---:|---:|---:|
            """;

    /** A row of the table; the ratio is that of the medians. */
    String toRow() {
        return String.format(
                Locale.ROOT, "| %s | %s | %s | %.2f |", label, range(store), range(raw), median(store) / median(raw));
    }

    private static String range(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%,.0f (%,.0f to %,.0f)", median(values), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
