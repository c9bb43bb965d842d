// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.point.BoundedTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report that was saved as JSON, by us or by OSprofiler's {@code trace show --json} of any release.
 *
 * <p>Rendered as JSON again, it gives the saved text. Its times have microseconds where its raw events hold timestamps,
 * else whole milliseconds.
 */
public final class SavedReport {

    private static final int TOP = -1;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** A span, and the place in the list where its parent is. */
    private record Entry(SavedSpan span, int parent) {}

    private final Map<String, @Nullable Object> document;
    private final List<Entry> entries = new ArrayList<>();

    private SavedReport(Map<String, @Nullable Object> document) {
        this.document = document;
        addAll(SavedMembers.list(document, "children"), TOP);
        for (int parent = 0; parent < entries.size(); parent++) {
            addAll(entries.get(parent).span().children(), parent);
        }
    }

    private void addAll(List<?> nodes, int parent) {
        nodes.forEach(node -> entries.add(new Entry(new SavedSpan(node), parent)));
    }

    /**
     * Reads a report.
     *
     * @throws InvalidReportException if the text is not JSON, or not a report
     */
    @SuppressWarnings("unchecked")
    public static Report read(String json) {
        String text = json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json;
        Map<?, ?> document = SavedMembers.asObject(JsonDocumentReader.read(text), "it");
        return new SavedReport((Map<String, @Nullable Object>) document).report();
    }

    private Report report() {
        long origin = entries.stream()
                .mapToLong(entry -> entry.span().originEpochMicros())
                .min()
                .orElse(Long.MAX_VALUE);
        List<ReportSpan> spans =
                entries.stream().map(entry -> entry.span().span(origin)).toList();
        Long knownOrigin = origin == Long.MAX_VALUE ? null : origin;
        return new Report(times(knownOrigin, spans), forest(spans), statistics(spans), document);
    }

    private SpanForest forest(List<ReportSpan> spans) {
        List<ReportSpan> roots = new ArrayList<>();
        Map<ReportSpan, List<ReportSpan>> children = new IdentityHashMap<>();
        for (int i = 0; i < spans.size(); i++) {
            int parent = entries.get(i).parent();
            (parent == TOP ? roots : children.computeIfAbsent(spans.get(parent), key -> new ArrayList<>()))
                    .add(spans.get(i));
        }
        return new SpanForest(spans, roots, children);
    }

    private ReportTimes times(@Nullable Long originEpochMicros, List<ReportSpan> spans) {
        Map<?, ?> total = SavedMembers.object(document, "info");
        long lastMicros = spans.stream()
                .mapToLong(span -> Math.max(span.startedMicros(), span.finishedMicros()))
                .max()
                .orElse(0);
        return new ReportTimes(
                originEpochMicros,
                Math.max(lastMicros, BoundedTime.microsOfMillis(SavedMembers.wholeNumber(total, "finished"))),
                total.get("last_trace_started") == null
                        ? null
                        : BoundedTime.microsOfMillis(SavedMembers.wholeNumber(total, "last_trace_started")));
    }

    /** OSprofiler wrote none before 1.4.0. */
    private Map<String, SpanStatistics> statistics(List<ReportSpan> spans) {
        Map<?, ?> saved = SavedMembers.objectIfAny(document, "stats");
        if (saved.isEmpty()) {
            return SpanStatistics.of(spans);
        }
        Map<String, SpanStatistics> statistics = new LinkedHashMap<>();
        saved.forEach((name, value) -> statistics.put(String.valueOf(name), statistics(value)));
        return statistics;
    }

    private static SpanStatistics statistics(@Nullable Object saved) {
        Map<?, ?> entry = SavedMembers.asObject(saved, "a member of 'stats'");
        return new SpanStatistics(
                SavedMembers.wholeNumber(entry, "count"), SavedMembers.wholeNumber(entry, "duration"));
    }
}
