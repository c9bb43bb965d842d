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

    /**
     * {@return the schemes this backend answers to, in lower case and without the colon} Asked once for each string
     * that is opened. Of two factories with the same scheme the one that is found first is taken.
     */
    Set<String> schemes();

    /**
     * The libraries that the store of a connection string needs: where one is missing, its dependency is named.
     *
     * @param connectionString one whose scheme is among {@link #schemes()}
     * @return all of them, whether they are there or not; by default none
     * @throws InvalidConnectionStringException if the string is malformed
     */
    default List<Library> libraries(ConnectionString connectionString) {
        return List.of();
    }

    /**
     * Makes the store without connecting. Called once all {@linkplain #libraries libraries} are there; each call makes
     * another store.
     *
     * @param connectionString one whose scheme is among {@link #schemes()}
     * @param options what the caller wants; a backend that knows no retention, for example, leaves it out
     * @return the store, or what takes points alone; the caller closes it
     * @throws InvalidConnectionStringException if the string is malformed
     * @throws MissingLibraryException if an option in it needs a library that is missing
     */
    TraceWriter create(ConnectionString connectionString, StoreOptions options);
}
