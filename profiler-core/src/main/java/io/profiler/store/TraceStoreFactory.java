// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.List;
import java.util.Set;

/**
 * Makes the store of a connection string. Found by {@link java.util.ServiceLoader}, so a backend of one's own needs
 * only an entry in {@code META-INF/services/io.profiler.store.TraceStoreFactory}.
 *
 * <p>The factory itself must load without the backend's library: it refers to it inside {@link #create} alone.
 *
 * @since 0.1
 */
public interface TraceStoreFactory {

    /** The schemes this backend answers to, in lower case. */
    Set<String> schemes();

    /**
     * The libraries that the store of a connection string needs: where one is missing, its dependency is named.
     *
     * @throws InvalidConnectionStringException if the string is malformed
     */
    default List<Library> libraries(ConnectionString connectionString) {
        return List.of();
    }

    /**
     * Makes the store without connecting.
     *
     * @throws InvalidConnectionStringException if the string is malformed
     * @throws MissingLibraryException if an option in it needs a library that is missing
     */
    TraceWriter create(ConnectionString connectionString, StoreOptions options);
}
