// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.memory.InMemoryTraceStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Does something before each batch, as throw. */
final class FaultyStore implements TraceStore {

    final AtomicInteger attempts = new AtomicInteger();
    volatile Consumer<List<TracePoint>> before = points -> {};

    private final InMemoryTraceStore store;

    FaultyStore(InMemoryTraceStore store) {
        this.store = store;
    }

    @Override
    public AppendResult append(List<TracePoint> points) {
        attempts.incrementAndGet();
        before.accept(points);
        return store.append(points);
    }

    @Override
    public List<TracePoint> read(String baseId) {
        return store.read(baseId);
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        return store.list(query);
    }

    @Override
    public long delete(String baseId) {
        return store.delete(baseId);
    }

    @Override
    public void close() {}
}
