// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;
import java.util.List;

/**
 * A backend that keeps trace points: the one contract that each of them implements.
 *
 * <ol>
 *   <li>Made without connecting, so that an application starts while the backend is away.
 *   <li>{@link #append} is called by one writer thread at a time, with batches.
 *   <li>{@link #read}, {@link #list} and {@link #delete} may be called by any thread at any time.
 *   <li>{@link #close} once, at the end.
 * </ol>
 *
 * <p>Appending is idempotent: a batch that is sent again, wholly or in part, leaves each point once. The lists and
 * points that are passed in are not changed and not kept after the call.
 *
 * <p>A backend that only takes traces throws {@link WriteOnlyStoreException} where it is asked for one.
 */
public interface TraceStore extends AutoCloseable {

    /**
     * Stores a batch. The first, even an empty one, also makes what the backend needs, and so tells whether it is there.
     *
     * @return how many points were stored and how many the backend refuses for good, together all of the batch
     * @throws StoreUnavailableException if the same batch may succeed later; it is then sent again
     */
    AppendResult append(List<TracePoint> points);

    /**
     * All points of a trace in the order in which the backend has them, empty if it has none.
     *
     * @throws StoreUnavailableException if the backend cannot be reached
     */
    List<TracePoint> read(String baseId);

    /**
     * The traces that a query asks for, one entry each, in the order that it asks for.
     *
     * @throws StoreUnavailableException if the backend cannot be reached
     */
    List<TraceSummary> list(TraceQuery query);

    /**
     * Deletes a trace, and its entry among the failed ones.
     *
     * @return how many points it had
     * @throws StoreUnavailableException if the backend cannot be reached
     */
    long delete(String baseId);

    /**
     * What the backend tells of itself. Connects, unless it is {@link StoreStatus#UNTOLD}; may take seconds in a large
     * store.
     *
     * @throws StoreUnavailableException if the backend cannot be reached
     */
    default StoreStatus status() {
        return StoreStatus.UNTOLD;
    }

    /**
     * Whether {@link #append} has written every point when it returns. If not, some are kept in memory until others come,
     * and what is responsible for them elsewhere must not forget them.
     */
    default boolean writesAtOnce() {
        return true;
    }

    /** Releases connections and threads of this store's own; never throws. */
    @Override
    void close();
}
