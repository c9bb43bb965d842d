// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * The same up to a limit: what is larger is not read, or no further than the limit.
     *
     * <p>By default all of it is read before it is measured, which keeps the caller, but not the memory, from it. A store
     * that can read by the page, or can count beforehand, should: {@link BoundedPoints} counts for it.
     *
     * @param baseId id of the trace, as whoever sent the headers chose it; any text
     * @param limit of what the caller has room for; {@link ReadLimit#NONE} for all
     * @return a list of the caller's own, empty if the backend has no such trace
     * @throws TraceTooLargeException if the trace is beyond the limit
     * @throws StoreUnavailableException if the backend cannot be reached
     */
    default List<TracePoint> read(String baseId, ReadLimit limit) {
        BoundedPoints points = new BoundedPoints(baseId, limit);
        read(baseId).forEach(points::add);
        return points.toList();
    }

    /**
     * The traces that a query asks for, one entry each, in the order that it asks for.
     *
     * @param query what is asked for; {@link TraceQuery#select} answers it for a store that has all traces at hand, {@link
     *     io.profiler.store.backend.TraceListing} for one whose backend has indexes
     * @return no more than {@link TraceQuery#limit()}, unless that is 0
     * @throws StoreUnavailableException if the backend cannot be reached
     */
    List<TraceSummary> list(TraceQuery query);

    /**
     * A text that is another one once traces were added, as far as the backend can tell that at once, whatever it holds; so
     * that whoever asks for a list again and again can tell that nothing is new. Deletions, and points that are added to an old
     * trace, may not show in it.
     *
     * @return null if the backend cannot tell
     * @throws StoreUnavailableException if the backend cannot be reached
     */
    default @Nullable String changeMark() {
        return null;
    }

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
     * @return what it tells; {@link StoreStatus#UNTOLD} from a store that cannot
     * @throws StoreUnavailableException if the backend cannot be reached
     */
    default StoreStatus status() {
        return StoreStatus.UNTOLD;
    }
}
