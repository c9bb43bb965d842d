// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;
import java.util.List;
import java.util.Optional;

/**
 * Who takes trace points: a store, or a way to somewhere else that gives none back.
 *
 * <ol>
 *   <li>Made without connecting, so that an application starts while the backend is away.
 *   <li>{@link #append} may be called by several threads, though the exporter has one for each writer. A batch has up to
 *       as many points as {@code profiler.export.batch-size} says (1,000 by default), and may be empty. The points of a
 *       trace come in the order in which each of its threads made them, the start of a span before its stop, mixed with
 *       those of other traces.
 *   <li>{@link #close} once, at the end. An {@code append} that has not returned by then, because the backend does not
 *       answer, is interrupted and may end as it likes.
 * </ol>
 *
 * <p>Appending is idempotent: a batch that is sent again, wholly or in part, leaves each point once. The list that is passed
 * in is not changed, and neither it nor its points are kept after the call.
 *
 * <p>A writer need not try again by itself: the caller sends a batch again, with growing pauses, for as long as {@link
 * StoreUnavailableException} says that it may succeed later. Any other exception drops the batch.
 *
 * @since 0.1
 */
public interface TraceWriter extends AutoCloseable {

    /**
     * Takes a batch. The first, even an empty one, also makes what the backend needs, and so tells whether it is there.
     *
     * @param points what to store, never null, maybe empty
     * @return what became of each of them
     * @throws StoreUnavailableException if the same batch may succeed later; part of it may have been stored
     */
    AppendResult append(List<TracePoint> points);

    /**
     * {@return this, if it also gives back what it took; by default empty} What is not a store may hold back points
     * until others come, so that whoever is responsible for them elsewhere must not forget them when {@link #append}
     * has returned.
     */
    default Optional<TraceStore> asStore() {
        return Optional.empty();
    }

    /**
     * Where else to look for a trace, for whoever asks a writer that is no store.
     *
     * @param baseId id of the trace
     * @return the rest of a sentence, for example {@code look for trace 5c3f… in the tool that it sends them to}
     */
    default String lookElsewhere(String baseId) {
        return "look for trace " + baseId + " where it sends them to";
    }

    /** Releases connections and threads of this writer's own; never throws. */
    @Override
    void close();
}
