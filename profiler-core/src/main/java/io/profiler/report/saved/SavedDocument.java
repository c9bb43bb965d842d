// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.saved;

import io.profiler.internal.BoundedTime;
import io.profiler.report.InvalidReportException;
import io.profiler.report.ReportSpan;
import io.profiler.report.ReportTimes;
import io.profiler.report.SpanForest;
import io.profiler.report.SpanStatistics;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of a report, taken apart: which spans it tells of, who is below whom, and what they add up to. */
final class SavedDocument {

    private static final int TOP = -1;

    /** A span, and the place in the list where its parent is. */
    private record Entry(SavedSpan span, int parent) {}

    private final Map<String, @Nullable Object> document;
    private final List<Entry> entries = new ArrayList<>();
    private final long originEpochMicros;
    private final List<ReportSpan> spans;

    /** @throws InvalidReportException if it is not the document of a report */
    SavedDocument(Map<String, @Nullable Object> document) {
        this.document = document;
        addAll(SavedMembers.list(document, "children"), TOP);
        for (int parent = 0; parent < entries.size(); parent++) {
            addAll(entries.get(parent).span().children(), parent);
        }
        this.originEpochMicros = entries.stream()
                .mapToLong(entry -> entry.span().originEpochMicros())
                .min()
                .orElse(Long.MAX_VALUE);
        this.spans = entries.stream()
                .map(entry -> entry.span().span(originEpochMicros))
                .toList();
    }

    private void addAll(List<?> nodes, int parent) {
        nodes.forEach(node -> entries.add(new Entry(new SavedSpan(node), parent)));
    }

    SpanForest forest() {
        List<ReportSpan> roots = new ArrayList<>();
        Map<ReportSpan, List<ReportSpan>> children = new IdentityHashMap<>();
        for (int i = 0; i < spans.size(); i++) {
            int parent = entries.get(i).parent();
            (parent == TOP ? roots : children.computeIfAbsent(spans.get(parent), key -> new ArrayList<>()))
                    .add(spans.get(i));
        }
        return new SpanForest(spans, roots, children);
    }

    ReportTimes times() {
        Map<?, ?> total = SavedMembers.object(document, "info");
        long lastMicros = spans.stream()
                .mapToLong(span -> Math.max(span.startedMicros(), span.finishedMicros()))
                .max()
                .orElse(0);
        return new ReportTimes(
                originEpochMicros == Long.MAX_VALUE ? null : originEpochMicros,
                Math.max(lastMicros, BoundedTime.microsOfMillis(SavedMembers.wholeNumber(total, "finished"))),
                total.get("last_trace_started") == null
                        ? null
                        : BoundedTime.microsOfMillis(SavedMembers.wholeNumber(total, "last_trace_started")));
    }

    /** OSprofiler wrote none before 1.4.0. */
    Map<String, SpanStatistics> statistics() {
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
