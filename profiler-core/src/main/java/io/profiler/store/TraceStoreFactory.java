// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.Set;

/**
 * Makes the store of a connection string. Found by {@link java.util.ServiceLoader}, so a backend of one's own needs
 * only an entry in {@code META-INF/services/io.profiler.store.TraceStoreFactory}.
 *
 * <p>The factory itself must load without the backend's library: it refers to it inside {@link #create} alone.
 */
public interface TraceStoreFactory {

    /** The schemes this backend answers to, in lower case. */
    Set<String> schemes();

    /** The dependency to add when the backend's library is missing, {@code group:artifact}. */
    String dependency();

    /** The same where it depends on the connection string, as for databases with a driver each. */
    default String dependency(ConnectionString connectionString) {
        return dependency();
    }

    /**
     * Makes the store without connecting.
     *
     * @throws InvalidConnectionStringException if the string is malformed
     * @throws LinkageError if the backend's library is missing
     */
    TraceStore create(ConnectionString connectionString, StoreOptions options);
}
