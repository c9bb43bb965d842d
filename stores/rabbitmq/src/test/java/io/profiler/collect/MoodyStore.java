// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.Rejection;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.memory.InMemoryTraceStore;
import java.io.IOException;
import java.util.List;

/** Is away when it is told to be, leaves an interrupt behind, and takes no span named "refused" or "faulty". */
final class MoodyStore implements TraceStore {

    private final InMemoryTraceStore store = new InMemoryTraceStore(StoreOptions.defaults());

    volatile boolean away;
    volatile boolean namesNothing;
    volatile boolean leavesInterrupt;
    volatile Error error;
    volatile int attempts;
    volatile int largestBatch;

    @Override
    public AppendResult append(List<TracePoint> points) {
        attempts++;
        largestBatch = Math.max(largestBatch, points.size());
        if (leavesInterrupt) {
            Thread.currentThread().interrupt();
        }
        if (error != null) {
            throw error;
        }
        if (away) {
            throw new StoreUnavailableException("the store is away", new IOException());
        }
        if (points.stream().anyMatch(point -> point.name().startsWith("faulty"))) {
            throw new IllegalStateException("a fault");
        }
        List<Rejection> rejections = points.stream()
                .filter(point -> point.name().startsWith("refused"))
                .map(point -> new Rejection(point, "a matter of taste"))
                .toList();
        store.append(points.stream()
                .filter(point -> !point.name().startsWith("refused"))
                .toList());
        return namesNothing
                ? new AppendResult(points.size() - rejections.size(), rejections.size(), List.of())
                : AppendResult.allBut(points.size(), rejections);
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

    @Override
    public String toString() {
        return "moody://";
    }
}
