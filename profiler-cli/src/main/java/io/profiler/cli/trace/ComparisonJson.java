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
import java.util.HashMap;
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
        document.put(
                "operations",
                comparison.operations().stream().map(ComparisonJson::row).toList());
        document.put("paths", paths(comparison.changes()));
        List<Change> methods = comparison.methods().methods();
        if (!methods.isEmpty()) {
            document.put("methods", methods.stream().map(ComparisonJson::method).toList());
        }
        return ReadableJson.of(document);
    }

    private static String line(Sentence sentence) {
        return sentence.line(data -> data);
    }

    private static Map<String, @Nullable Object> side(Side side) {
        Report last = side.last();
        Map<String, @Nullable Object> trace = new LinkedHashMap<>();
        trace.put("base_id", last.baseId());
        trace.put("title", last.title());
        trace.put("traces", side.traces().size());
        trace.put("duration_micros", side.micros().median());
        trace.put("duration_min_micros", side.micros().min());
        trace.put("duration_max_micros", side.micros().max());
        return trace;
    }

    /** A path is told by the number of the row above it: what leads to many spans is written once. */
    private static List<Map<String, @Nullable Object>> paths(List<Change> changes) {
        Map<List<Step>, Integer> numbers = new HashMap<>();
        changes.forEach(change -> numbers.put(change.path(), numbers.size()));
        return changes.stream().map(change -> path(change, numbers)).toList();
    }

    private static Map<String, @Nullable Object> path(Change change, Map<List<Step>, Integer> numbers) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("parent", numbers.get(change.path().subList(0, change.path().size() - 1)));
        row.putAll(row(change));
        return row;
    }

    private static Map<String, @Nullable Object> row(Change change) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", change.step().name());
        row.put("subject", change.step().subject());
        putTotals(row, "before", change.before());
        putTotals(row, "after", change.after());
        row.put("self_difference_micros", change.isTimeKnown() ? change.selfDifferenceMicros() : null);
        row.put("difference_micros", change.isTimeKnown() ? change.differenceMicros() : null);
        return row;
    }

    private static Map<String, @Nullable Object> method(Change change) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("method", change.step().name());
        row.put("doing", change.step().subject());
        put(row, "looks_before", change.before().count());
        put(row, "self_micros_before", change.before().selfMicros());
        put(row, "looks_after", change.after().count());
        put(row, "self_micros_after", change.after().selfMicros());
        row.put("self_difference_micros", change.selfDifferenceMicros());
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
