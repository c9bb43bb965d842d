// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceWriter;

/** A store on a connection that the application has anyway, for when the connection string does not say where it is. */
interface ApplicationStore {

    /**
     * Whether the string means this store.
     *
     * @param connectionString empty for whatever store the application has
     */
    boolean isMeantBy(String connectionString);

    /** Makes the store without connecting. */
    TraceWriter create(ConnectionString connectionString, StoreOptions options);
}
