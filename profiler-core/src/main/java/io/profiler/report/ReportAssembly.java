// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a report of trace points. Used once. */
final class ReportAssembly {

    private final Map<String, SpanDraft> drafts = new LinkedHashMap<>();
    private long firstEpochMicros = Long.MAX_VALUE;
    private long lastEpochMicros = Long.MIN_VALUE;
    private @Nullable Long lastStartEpochMicros;

    ReportAssembly add(List<TracePoint> points) {
        points.forEach(this::add);
        return this;
    }

    private void add(TracePoint point) {
        Long epochMicros = PointTime.epochMicros(point.timestamp());
        drafts.computeIfAbsent(point.traceId(), id -> new SpanDraft(point)).add(point, epochMicros);
        if (epochMicros != null) {
            addTime(epochMicros, !point.isStop());
        }
    }

    private void addTime(long epochMicros, boolean isStart) {
        firstEpochMicros = Math.min(firstEpochMicros, epochMicros);
        lastEpochMicros = Math.max(lastEpochMicros, epochMicros);
        if (isStart) {
            lastStartEpochMicros =
                    lastStartEpochMicros == null ? epochMicros : Math.max(lastStartEpochMicros, epochMicros);
        }
    }

    Report report() {
        Map<String, ReportSpan> spans = new LinkedHashMap<>();
        drafts.forEach((traceId, draft) -> spans.put(traceId, draft.span(firstEpochMicros)));
        return new Report(times(), forest(spans), SpanStatistics.of(spans.values()));
    }

    private ReportTimes times() {
        Long lastStart = lastStartEpochMicros;
        return firstEpochMicros > lastEpochMicros
                ? ReportTimes.NONE
                : new ReportTimes(
                        firstEpochMicros,
                        lastEpochMicros - firstEpochMicros,
                        lastStart == null ? null : lastStart - firstEpochMicros);
    }

    private static SpanForest forest(Map<String, ReportSpan> spans) {
        List<ReportSpan> roots = new ArrayList<>();
        Map<ReportSpan, List<ReportSpan>> children = new IdentityHashMap<>();
        for (ReportSpan span : spans.values()) {
            ReportSpan parent = spans.get(span.parentId());
            (parent == null ? roots : children.computeIfAbsent(parent, key -> new ArrayList<>())).add(span);
        }
        children.values().forEach(ReportAssembly::sort);
        sort(roots);
        return new SpanForest(List.copyOf(spans.values()), roots, children);
    }

    private static void sort(List<ReportSpan> siblings) {
        siblings.sort(Comparator.comparingLong(ReportSpan::startedMillis));
    }
}
