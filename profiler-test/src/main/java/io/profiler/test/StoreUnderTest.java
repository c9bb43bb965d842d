// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.util.List;

/** The store that a test is about. */
interface StoreUnderTest {

    /**
     * {@return a store over the backend, empty before a test} Called several times in a test: all stores of one test see
     * the same data.
     *
     * @param options to be heeded; the test closes what it gets
     */
    TraceStore createStore(StoreOptions options);

    /** {@return the one that is open while a test runs} */
    TraceStore store();

    default List<String> idsOf(TraceQuery query) {
        return store().list(query).stream().map(TraceSummary::baseId).toList();
    }
}
