// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.json;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import io.profiler.report.SpanStatistics;
import io.profiler.report.saved.SavedReport;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report in the shape of OSprofiler's {@code trace show --json}: nested objects, times in whole milliseconds, the
 * members of a span in the order in which its events arrived.
 */
final class ReportDocument {

    private final Report report;
    private final Map<ReportSpan, List<@Nullable Object>> children = new IdentityHashMap<>();

    ReportDocument(Report report) {
        this.report = report;
    }

    Map<String, @Nullable Object> build() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("info", total());
        document.put("children", forest());
        document.put("stats", statistics());
        return document;
    }

    private Map<String, @Nullable Object> total() {
        Long lastStarted = report.lastStartedMicros();
        Map<String, @Nullable Object> total = new LinkedHashMap<>();
        total.put("name", "total");
        total.put("started", 0);
        total.put("finished", report.spans().isEmpty() ? null : report.durationMicros() / 1000);
        total.put("last_trace_started", lastStarted == null ? null : lastStarted / 1000);
        return total;
    }

    /** Fills lists that are already part of their parent, so that no depth of nesting needs recursion. */
    private List<@Nullable Object> forest() {
        List<@Nullable Object> roots = new ArrayList<>();
        report.roots().forEach(root -> roots.add(node(root)));
        for (PlacedSpan placed : report.depthFirst()) {
            List<@Nullable Object> below = childrenOf(placed.span());
            report.childrenOf(placed.span()).forEach(child -> below.add(node(child)));
        }
        return roots;
    }

    private List<@Nullable Object> childrenOf(ReportSpan span) {
        return children.computeIfAbsent(span, key -> new ArrayList<>());
    }

    private Map<String, @Nullable Object> node(ReportSpan span) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("info", info(span));
        node.put("trace_id", span.traceId());
        node.put("parent_id", span.parentId());
        node.put("children", childrenOf(span));
        return node;
    }

    private static Map<String, @Nullable Object> info(ReportSpan span) {
        Map<String, @Nullable Object> info = new LinkedHashMap<>(16);
        info.put("name", span.name());
        info.put("project", span.project());
        info.put("service", span.service());
        info.put("host", span.host());
        span.events().forEach(event -> putEvent(info, span, event));
        info.putIfAbsent("started", span.startedMillis());
        info.putIfAbsent("finished", span.finishedMillis());
        return info;
    }

    private static void putEvent(Map<String, @Nullable Object> info, ReportSpan span, SpanEvent event) {
        info.put(SavedReport.PAYLOAD + event.name(), event.payload());
        if (event.isStop()) {
            info.put("finished", span.finishedMillis());
            info.put("exception", exception(event));
        } else {
            info.put("started", span.startedMillis());
        }
    }

    private static @Nullable Object exception(SpanEvent stop) {
        return stop.info().containsKey("etype") ? stop.info().get("etype") : SavedReport.NO_EXCEPTION;
    }

    private Map<String, @Nullable Object> statistics() {
        Map<String, @Nullable Object> statistics = new LinkedHashMap<>();
        report.statistics().forEach((name, entry) -> statistics.put(name, entry(entry)));
        return statistics;
    }

    private static Map<String, @Nullable Object> entry(SpanStatistics statistics) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("count", statistics.count());
        entry.put("duration", statistics.durationMillis());
        return entry;
    }
}
