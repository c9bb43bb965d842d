// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store over an empty backend, open while a test runs. */
@NullUnmarked
abstract class OpenedStore {

    TraceStore store;

    /** A store over the backend that this test uses. */
    protected abstract TraceStore createStore(StoreOptions options);

    @BeforeEach
    void open() {
        store = createStore(new StoreOptions(true, null, StoreOptions.defaults().connectTimeout()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    List<String> idsOf(TraceQuery query) {
        return store.list(query).stream().map(TraceSummary::baseId).toList();
    }
}
