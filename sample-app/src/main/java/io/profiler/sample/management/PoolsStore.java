// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import io.profiler.trace.ManagementStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pools, which all projects share. */
@ManagementStore("mongodb_pools_controller")
public interface PoolsStore {

    /**
     * Adds a pool, or replaces the one of that name.
     *
     * @throws PoolUriInUseException if another pool has its URI
     */
    void save(Pool pool);

    Optional<Pool> find(String name);

    /**
     * Changes a pool.
     *
     * @return the changed pool; empty if there is none of that name
     * @throws PoolUriInUseException if another pool has the new URI
     */
    Optional<Pool> update(String name, PoolChange change);

    /**
     * Removes a pool, if it is there.
     *
     * @throws PoolInUseException if a flavor needs it
     */
    void delete(String name);

    /** The pools by name, from the first one after the marker. */
    List<Pool> list(@Nullable String marker, int limit);

    /** The pools that serve a flavor; for null those that serve none. */
    List<Pool> listByFlavor(@Nullable String flavor);

    /** Makes the pools serve a flavor. */
    void assignFlavor(List<String> names, String flavor);

    /** Makes the pools that serve a flavor serve none, except for those that are named. */
    void releaseFlavor(String flavor, List<String> kept);
}
