// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;

/** A store on a connection that the application has anyway, for when there is no connection string. */
@FunctionalInterface
interface ApplicationStore {

    TraceStore create(StoreOptions options);
}
