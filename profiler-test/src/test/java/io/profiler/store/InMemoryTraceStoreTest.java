// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.test.TraceStoreContract;

class InMemoryTraceStoreTest extends TraceStoreContract {

    private final InMemoryTraceStore traces = new InMemoryTraceStore(StoreOptions.defaults());

    @Override
    public TraceStore createStore(StoreOptions options) {
        return traces.with(options);
    }
}
