// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.memory;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.BoundedPoints;
import io.profiler.store.ReadLimit;
import io.profiler.store.Rejection;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.Retention;
import io.profiler.store.backend.TraceTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Keeps trace points in the heap, for tests and trials; thread-safe. What does not fit displaces the trace that was written
 * to longest ago, and everything is gone with the process.
 *
 * @since 0.1
 */
public final class InMemoryTraceStore implements TraceStore {

    private final StoreOptions options;
    private final Retention retention;
    private final KeptTraces traces;

    /**
     * An empty store without a bound.
     *
     * @param options of which it needs neither the time to connect nor whether anything must exist
     */
    public InMemoryTraceStore(StoreOptions options) {
        this(options, new KeptTraces(Capacity.UNBOUNDED));
    }

    InMemoryTraceStore(StoreOptions options, Capacity capacity) {
        this(options, new KeptTraces(capacity));
    }

    private InMemoryTraceStore(StoreOptions options, KeptTraces traces) {
        this.options = options;
        this.retention = new Retention(options.retention());
        this.traces = traces;
    }

    /**
     * {@return another store over the same traces, as two services have two stores over one database}
     *
     * @param others options of that store
     */
    public InMemoryTraceStore with(StoreOptions others) {
        return new InMemoryTraceStore(others, traces);
    }

    @Override
    public AppendResult append(List<TracePoint> points) {
        synchronized (traces) {
            List<Rejection> rejections = new ArrayList<>();
            points.forEach(point -> add(point, rejections));
            return AppendResult.allBut(points.size(), rejections);
        }
    }

    private void add(TracePoint point, List<Rejection> rejections) {
        if (!traces.add(point)) {
            rejections.add(new Rejection(point, "the trace alone is larger than the store in memory"));
        } else if (options.filterErrorTrace() && point.errorType() != null) {
            traces.failed(point);
        }
    }

    @Override
    public List<TracePoint> read(String baseId) {
        return read(baseId, ReadLimit.NONE);
    }

    @Override
    public List<TracePoint> read(String baseId, ReadLimit limit) {
        synchronized (traces) {
            traces.removeBefore(retention.cutoff());
            BoundedPoints points = new BoundedPoints(baseId, limit);
            traces.of(baseId).forEach(points::add);
            return points.toList();
        }
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        synchronized (traces) {
            traces.removeBefore(retention.cutoff());
            List<String> ids = List.copyOf(traces.ids());
            int from = query.latest() == 0 ? 0 : Math.max(0, ids.size() - query.latest());
            return query.select(
                    query.failedOnly()
                            ? failed()
                            : ids.subList(from, ids.size()).stream().map(this::summary));
        }
    }

    private Stream<TraceSummary> failed() {
        return traces.lastErrors().entrySet().stream()
                .map(failed -> summary(failed.getKey()).withLastError(failed.getValue()));
    }

    private TraceSummary summary(String baseId) {
        return Objects.requireNonNull(TraceTally.of(List.copyOf(traces.of(baseId))));
    }

    @Override
    public String changeMark() {
        synchronized (traces) {
            traces.removeBefore(retention.cutoff());
            return traces.changes();
        }
    }

    @Override
    public long delete(String baseId) {
        synchronized (traces) {
            return traces.remove(baseId);
        }
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "memory://, which is this application's heap";
    }
}
