// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.store.kit.TraceStoreContract;

class InMemoryTraceStoreTest extends TraceStoreContract {

    private final InMemoryTraceStore shared = new InMemoryTraceStore(
            new StoreOptions(true, null, StoreOptions.defaults().connectTimeout()));

    @Override
    protected TraceStore createStore(StoreOptions options) {
        return options.filterErrorTrace() ? shared : new WithoutFailedTraces(shared);
    }

    /** The same data through a store that does not index failed traces. */
    private record WithoutFailedTraces(InMemoryTraceStore shared) implements TraceStore {

        @Override
        public AppendResult append(java.util.List<io.profiler.point.TracePoint> points) {
            return shared.append(points, false);
        }

        @Override
        public java.util.List<io.profiler.point.TracePoint> read(String baseId) {
            return shared.read(baseId);
        }

        @Override
        public java.util.List<TraceSummary> list(TraceQuery query) {
            return shared.list(query);
        }

        @Override
        public long delete(String baseId) {
            return shared.delete(baseId);
        }

        @Override
        public void close() {}
    }
}
