// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Opens a store before a test, and closes it. */
@NullUnmarked
abstract class OpenedStore implements StoreUnderTest {

    private TraceStore store;

    @BeforeEach
    void open() {
        store = createStore(new StoreOptions(true, null, StoreOptions.defaults().connectTimeout()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public TraceStore store() {
        return store;
    }
}
