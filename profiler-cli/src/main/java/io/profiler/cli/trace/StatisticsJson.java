// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.report.internal.analysis.SpanFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of many traces as JSON, in ASCII; times are microseconds. */
final class StatisticsJson {

    private StatisticsJson() {}

    static String of(StatisticsSubject subject, int traces, long totalMicros, Map<List<String>, SpanFigures> rows) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("traces", traces);
        document.put("total_micros", totalMicros);
        document.put(
                subject.member(),
                rows.entrySet().stream()
                        .map(row -> figures(subject.heading(), row.getKey(), row.getValue()))
                        .toList());
        return ReadableJson.of(document);
    }

    private static Map<String, Object> figures(String heading, List<String> label, SpanFigures figures) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(heading, label);
        row.put("count", figures.count());
        row.put("unfinished", figures.unfinished());
        row.put("total_micros", figures.totalMicros());
        row.put("self_micros", figures.selfMicros());
        row.put("p50_micros", figures.medianMicros());
        row.put("p95_micros", figures.p95Micros());
        row.put("p99_micros", figures.p99Micros());
        row.put("max_micros", figures.maxMicros());
        row.put("errors", figures.errors());
        return row;
    }
}
