// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.report.Report;
import io.profiler.report.compare.Change;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.ComparisonWords;
import io.profiler.report.compare.PathTotals;
import io.profiler.report.compare.Sentence;
import io.profiler.report.compare.Side;
import io.profiler.report.compare.Spread;
import io.profiler.report.compare.Step;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison as JSON, in ASCII; times are microseconds, and of several traces the figures are medians. */
final class ComparisonJson {

    private ComparisonJson() {}

    static String of(Comparison comparison) {
        ComparisonWords words = new ComparisonWords(comparison, StandardCharsets.UTF_8);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("before", side(comparison.before()));
        document.put("after", side(comparison.after()));
        document.put("headline", line(words.headline()));
        document.put("causes", words.causes().stream().map(ComparisonJson::line).toList());
        document.put(
                "cautions", words.cautions().stream().map(ComparisonJson::line).toList());
        document.put("operations", rows(comparison.operations()));
        document.put("paths", rows(comparison.changes()));
        return ReadableJson.of(document);
    }

    private static String line(Sentence sentence) {
        return sentence.line(data -> data);
    }

    private static Map<String, @Nullable Object> side(Side side) {
        Report first = side.traces().get(0);
        Map<String, @Nullable Object> trace = new LinkedHashMap<>();
        trace.put("base_id", first.baseId());
        trace.put("title", first.title());
        trace.put("traces", side.traces().size());
        trace.put("duration_micros", side.micros().median());
        trace.put("duration_min_micros", side.micros().min());
        trace.put("duration_max_micros", side.micros().max());
        return trace;
    }

    private static List<Map<String, @Nullable Object>> rows(List<Change> changes) {
        return changes.stream().map(ComparisonJson::row).toList();
    }

    private static Map<String, @Nullable Object> row(Change change) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("path", change.path().stream().map(Step::name).toList());
        row.put("subjects", change.path().stream().map(Step::subject).toList());
        putTotals(row, "before", change.before());
        putTotals(row, "after", change.after());
        row.put("self_difference_micros", change.isTimeKnown() ? change.selfDifferenceMicros() : null);
        row.put("difference_micros", change.isTimeKnown() ? change.differenceMicros() : null);
        return row;
    }

    private static void putTotals(Map<String, @Nullable Object> row, String when, PathTotals totals) {
        put(row, "count_" + when, totals.count());
        put(row, "unfinished_" + when, totals.unfinished());
        put(row, "self_micros_" + when, totals.selfMicros());
        put(row, "micros_" + when, totals.micros());
        put(row, "errors_" + when, totals.errors());
    }

    private static void put(Map<String, @Nullable Object> row, String member, Spread figure) {
        row.put(member, figure.median());
    }
}
