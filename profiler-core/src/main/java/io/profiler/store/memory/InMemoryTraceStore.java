// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.memory;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.BoundedPoints;
import io.profiler.store.ReadLimit;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.PointKey;
import io.profiler.store.backend.TraceTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Keeps trace points in the heap, for tests and trials; thread-safe, unbounded.
 *
 * @since 0.1
 */
public final class InMemoryTraceStore implements TraceStore {

    private final StoreOptions options;
    private final Map<String, Map<String, TracePoint>> traces;
    private final Map<String, String> lastErrors;

    /** An empty store. */
    public InMemoryTraceStore(StoreOptions options) {
        this(options, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private InMemoryTraceStore(
            StoreOptions options, Map<String, Map<String, TracePoint>> traces, Map<String, String> lastErrors) {
        this.options = options;
        this.traces = traces;
        this.lastErrors = lastErrors;
    }

    /** Another store over the same traces, as two services have two stores over one database. */
    public InMemoryTraceStore with(StoreOptions others) {
        return new InMemoryTraceStore(others, traces, lastErrors);
    }

    @Override
    public AppendResult append(List<TracePoint> points) {
        synchronized (traces) {
            points.forEach(this::add);
        }
        return AppendResult.allStored(points.size());
    }

    private void add(TracePoint point) {
        traces.computeIfAbsent(point.baseId(), baseId -> new LinkedHashMap<>()).putIfAbsent(PointKey.of(point), point);
        if (options.filterErrorTrace() && point.errorType() != null) {
            lastErrors.put(point.baseId(), point.timestamp());
        }
    }

    @Override
    public List<TracePoint> read(String baseId) {
        synchronized (traces) {
            return new ArrayList<>(traces.getOrDefault(baseId, Map.of()).values());
        }
    }

    @Override
    public List<TracePoint> read(String baseId, ReadLimit limit) {
        synchronized (traces) {
            BoundedPoints points = new BoundedPoints(baseId, limit);
            traces.getOrDefault(baseId, Map.of()).values().forEach(points::add);
            return points.toList();
        }
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        synchronized (traces) {
            List<String> ids = new ArrayList<>(traces.keySet());
            int from = query.latest() == 0 ? 0 : Math.max(0, ids.size() - query.latest());
            return query.select(
                    query.failedOnly()
                            ? failed()
                            : ids.subList(from, ids.size()).stream().map(this::summary));
        }
    }

    private Stream<TraceSummary> failed() {
        return lastErrors.entrySet().stream()
                .map(failed -> summary(failed.getKey()).withLastError(failed.getValue()));
    }

    private TraceSummary summary(String baseId) {
        return Objects.requireNonNull(TraceTally.of(read(baseId)));
    }

    @Override
    public String changeMark() {
        synchronized (traces) {
            return traces.size() + ","
                    + traces.values().stream().mapToInt(Map::size).sum();
        }
    }

    @Override
    public long delete(String baseId) {
        synchronized (traces) {
            lastErrors.remove(baseId);
            Map<String, TracePoint> deleted = traces.remove(baseId);
            return deleted == null ? 0 : deleted.size();
        }
    }

    @Override
    public void close() {}
}
