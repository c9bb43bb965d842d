// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Keeps trace points in the heap, for tests and trials; thread-safe, unbounded. */
public final class InMemoryTraceStore implements TraceStore {

    private record PointId(String traceId, String name) {}

    private final StoreOptions options;
    private final Map<String, Map<PointId, TracePoint>> traces = new LinkedHashMap<>();
    private final Map<String, String> lastErrors = new LinkedHashMap<>();

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
                lastErrors.put(point.baseId(), point.timestamp());
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
        return query.select(
                query.failedOnly() ? failed() : traces.keySet().stream().map(this::summary));
    }

    private Stream<TraceSummary> failed() {
        return lastErrors.entrySet().stream()
                .map(failed -> summary(failed.getKey()).withLastError(failed.getValue()));
    }

    private TraceSummary summary(String baseId) {
        return Objects.requireNonNull(TraceTally.of(read(baseId)));
    }

    @Override
    public synchronized long delete(String baseId) {
        lastErrors.remove(baseId);
        Map<PointId, TracePoint> deleted = traces.remove(baseId);
        return deleted == null ? 0 : deleted.size();
    }

    @Override
    public void close() {}
}
