// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import io.profiler.benchmarks.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The medians of all trials, and if they differ their ranges, as a Markdown table; the last row compares the last service
 * with the first.
 */
final class ComparisonTable {

    private static final String HEADING = """
            | service | requests/s, not profiled | profiled | CPU ms a request, not profiled | profiled | trace points a request |
            |---|---:|---:|---:|---:|---:|
            """;

    private static final ToDoubleFunction<Trial> PLAIN_RATE =
            trial -> trial.plain().requestsPerSecond();
    private static final ToDoubleFunction<Trial> PROFILED_RATE =
            trial -> trial.profiled().requestsPerSecond();
    private static final ToDoubleFunction<Trial> PLAIN_CPU =
            trial -> trial.plain().cpuMillis();
    private static final ToDoubleFunction<Trial> PROFILED_CPU =
            trial -> trial.profiled().cpuMillis();

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
                "| %s | %s | %s | %.2f | %.2f | %.1f |",
                trials.get(0).service(),
                range(trials, PLAIN_RATE),
                range(trials, PROFILED_RATE),
                median(trials, PLAIN_CPU),
                median(trials, PROFILED_CPU),
                median(trials, Trial::pointsPerRequest));
    }

    /** How many times better a service is than the base. */
    private static String ratio(List<Trial> trials, List<Trial> base) {
        return String.format(
                Locale.ROOT,
                "| times better | %.1f | %.1f | %.1f | %.1f | |",
                median(trials, PLAIN_RATE) / median(base, PLAIN_RATE),
                median(trials, PROFILED_RATE) / median(base, PROFILED_RATE),
                median(base, PLAIN_CPU) / median(trials, PLAIN_CPU),
                median(base, PROFILED_CPU) / median(trials, PROFILED_CPU));
    }

    private static String range(List<Trial> trials, ToDoubleFunction<Trial> value) {
        return Figures.of(trials, value).range("%.0f");
    }

    private static double median(List<Trial> trials, ToDoubleFunction<Trial> value) {
        return Figures.of(trials, value).median();
    }
}
