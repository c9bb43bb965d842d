// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps trace points in the heap, for tests and trials; thread-safe, unbounded. */
public final class InMemoryTraceStore implements TraceStore {

    private record PointId(String traceId, String name) {}

    private final StoreOptions options;
    private final Map<String, Map<PointId, TracePoint>> traces = new LinkedHashMap<>();
    private final Map<String, TraceSummary> failed = new LinkedHashMap<>();

    public InMemoryTraceStore(StoreOptions options) {
        this.options = options;
    }

    @Override
    public AppendResult append(List<TracePoint> points) {
        return append(points, options.filterErrorTrace());
    }

    synchronized AppendResult append(List<TracePoint> points, boolean filterErrorTrace) {
        for (TracePoint point : points) {
            traces.computeIfAbsent(point.baseId(), baseId -> new LinkedHashMap<>())
                    .putIfAbsent(new PointId(point.traceId(), point.name()), point);
            if (filterErrorTrace && point.errorType() != null) {
                failed.put(point.baseId(), new TraceSummary(point.baseId(), point.timestamp()));
            }
        }
        return AppendResult.allStored(points.size());
    }

    @Override
    public synchronized List<TracePoint> read(String baseId) {
        return new ArrayList<>(traces.getOrDefault(baseId, Map.of()).values());
    }

    @Override
    public synchronized List<TraceSummary> list(TraceQuery query) {
        return query.failedOnly()
                ? new ArrayList<>(failed.values())
                : traces.values().stream().map(InMemoryTraceStore::summary).toList();
    }

    private static TraceSummary summary(Map<PointId, TracePoint> trace) {
        TracePoint first = trace.values().stream()
                .min(Comparator.comparing(TracePoint::timestamp))
                .orElseThrow();
        return new TraceSummary(first.baseId(), first.timestamp());
    }

    @Override
    public void close() {}
}
