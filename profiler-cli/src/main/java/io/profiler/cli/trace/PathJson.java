// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.report.Report;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.PathChange;
import io.profiler.report.compare.PathTotals;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.analysis.SpanPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Paths and their figures as JSON, in ASCII; times are microseconds. */
final class PathJson {

    private PathJson() {}

    static String of(Comparison comparison) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("before", trace(comparison.before()));
        document.put("after", trace(comparison.after()));
        document.put(
                "paths", comparison.changes().stream().map(PathJson::change).toList());
        return ReadableJson.of(document);
    }

    private static Map<String, @Nullable Object> trace(Report report) {
        Map<String, @Nullable Object> trace = new LinkedHashMap<>();
        trace.put("base_id", report.baseId());
        trace.put("title", report.title());
        trace.put("duration_micros", report.durationMicros());
        return trace;
    }

    private static Map<String, @Nullable Object> change(PathChange change) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("path", change.names());
        putTotals(row, "before", change.before());
        putTotals(row, "after", change.after());
        row.put("difference_micros", change.isTimeKnown() ? change.differenceMicros() : null);
        return row;
    }

    private static void putTotals(Map<String, @Nullable Object> row, String when, PathTotals totals) {
        row.put("count_" + when, totals.count());
        row.put("unfinished_" + when, totals.unfinished());
        row.put("micros_" + when, totals.micros());
        row.put("errors_" + when, totals.errors());
    }

    static String of(int traces, Map<SpanPath, SpanFigures> paths) {
        List<Map<String, Object>> rows = paths.entrySet().stream()
                .map(entry -> figures(entry.getKey(), entry.getValue()))
                .toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("traces", traces);
        document.put("paths", rows);
        return ReadableJson.of(document);
    }

    private static Map<String, Object> figures(SpanPath path, SpanFigures figures) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("path", path.names());
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
