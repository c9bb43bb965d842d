// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The medians and ranges of all trials as a Markdown table; the last row compares the last service with the first. */
final class ComparisonTable {

    private static final String HEADING = """
            | requests a second | not profiled | profiled | trace points a request |
            |---|---:|---:|---:|
            """;

    private final Map<String, List<Trial>> trials;

    ComparisonTable(List<Trial> trials) {
        this.trials =
                trials.stream().collect(Collectors.groupingBy(Trial::service, LinkedHashMap::new, Collectors.toList()));
    }

    String toMarkdown() {
        List<List<Trial>> services = new ArrayList<>(trials.values());
        List<String> rows = services.stream().map(ComparisonTable::row).collect(Collectors.toList());
        rows.add(ratio(services.get(services.size() - 1), services.get(0)));
        return HEADING + String.join("\n", rows);
    }

    private static String row(List<Trial> trials) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.1f |",
                trials.get(0).service(),
                range(trials, Trial::plain),
                range(trials, Trial::profiled),
                median(trials, Trial::pointsPerRequest));
    }

    private static String range(List<Trial> trials, ToDoubleFunction<Trial> value) {
        double lowest = trials.stream().mapToDouble(value).min().orElseThrow();
        double highest = trials.stream().mapToDouble(value).max().orElseThrow();
        return String.format(Locale.ROOT, "%.0f (%.0f to %.0f)", median(trials, value), lowest, highest);
    }

    private static String ratio(List<Trial> trials, List<Trial> base) {
        return String.format(
                Locale.ROOT,
                "| ratio | %.1f | %.1f | |",
                median(trials, Trial::plain) / median(base, Trial::plain),
                median(trials, Trial::profiled) / median(base, Trial::profiled));
    }

    private static double median(List<Trial> trials, ToDoubleFunction<Trial> value) {
        double[] sorted = trials.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
