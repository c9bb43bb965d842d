// SPDX-License-Identifier: Apache-2.0
package example.shelf;

import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStoreFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A user's own store, which the profiler knows nothing of: a shelf on which one trace always lies. */
public final class ShelfTraceStoreFactory implements TraceStoreFactory {

    private static final String TRACE_ID = "5e1f0000-0000-4000-8000-000000000001";
    private static final String SPAN_ID = "5e1f0000-0000-4000-8000-000000000002";

    @Override
    public Set<String> schemes() {
        return Set.of("shelf");
    }

    @Override
    public TraceStore create(ConnectionString connectionString, StoreOptions options) {
        TraceStore shelf = new InMemoryTraceStore(options);
        shelf.append(List.of(
                point("dusting-start", "2026-01-31T12:00:00.000000"), point("dusting-stop", "2026-01-31T12:00:00.250000")));
        return shelf;
    }

    private static TracePoint point(String name, String timestamp) {
        return new TracePoint(
                name, TRACE_ID, SPAN_ID, TRACE_ID, timestamp, Map.of("host", "library"), "profiler", "shelf");
    }
}
