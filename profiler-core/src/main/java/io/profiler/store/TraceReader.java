// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;
import java.util.List;

/**
 * Who gives trace points back.
 *
 * <p>Each method may be called by any thread at any time, also while points are appended.
 *
 * @since 0.1
 */
public interface TraceReader {

    /**
     * All points of a trace in the order in which the backend has them, empty if it has none.
     *
     * @param baseId id of the trace, as whoever sent the headers chose it; any text
     * @return a list of the caller's own
     * @throws StoreUnavailableException if the backend cannot be reached
     */
    List<TracePoint> read(String baseId);

    /**
     * The traces that a query asks for, one entry each, in the order that it asks for.
     *
     * @return no more than {@link TraceQuery#limit()}, unless that is 0
     * @throws StoreUnavailableException if the backend cannot be reached
     */
    List<TraceSummary> list(TraceQuery query);

    /**
     * Deletes a trace, and its entry among the failed ones.
     *
     * @param baseId id of the trace
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
}
