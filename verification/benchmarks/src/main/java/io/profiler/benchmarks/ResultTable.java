// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Results as a Markdown table, each beside the empty interceptor of the same run. */
final class ResultTable {

    private static final String BASELINE = "SpanBenchmark.emptyInterceptor";

    private final Map<String, RunResult> results;

    ResultTable(Collection<RunResult> results) {
        this.results = results.stream()
                .collect(Collectors.toMap(ResultTable::name, result -> result, (one, two) -> one, TreeMap::new));
    }

    String toMarkdown() {
        return results.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(
                        "\n",
                        "| benchmark | ns/op | ± | above empty | B/op | above empty |\n"
                                + "|---|---:|---:|---:|---:|---:|\n",
                        ""));
    }

    private String row(String name, RunResult result) {
        double nanos = result.getPrimaryResult().getScore();
        double bytes = bytes(result);
        RunResult baseline = name.startsWith("SpanBenchmark") ? results.get(BASELINE) : null;
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        name,
                        number(nanos),
                        number(result.getPrimaryResult().getScoreError()),
                        baseline == null
                                ? ""
                                : number(nanos - baseline.getPrimaryResult().getScore()),
                        number(bytes),
                        baseline == null ? "" : number(bytes - bytes(baseline)));
    }

    private static double bytes(RunResult result) {
        @Nullable Result<?> allocated = result.getSecondaryResults().get(CallerAllocation.LABEL);
        return allocated == null ? Double.NaN : allocated.getScore();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    }
}
