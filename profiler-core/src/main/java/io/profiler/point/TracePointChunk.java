// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

/**
 * A run of trace points of one trace that one thread appends to while another reads what is already published.
 *
 * <p>The appending thread only ever raises {@link #published()}; a point below it never changes. Points are made on
 * the reading thread, by {@link #point(int)}, so that formatting costs the profiled request nothing.
 *
 * @since 0.1
 */
public interface TracePointChunk {

    /** {@return id of the trace that all of its points belong to, by which a sink shares out its room} */
    String baseId();

    /** {@return how many points fit in} */
    int capacity();

    /** {@return how many bytes of text its points may hold between them, beside what all points have} */
    long bytes();

    /** {@return how many points can be read now; never falls} */
    int published();

    /**
     * Whether nothing will be published any more. Read it before {@link #published()}.
     *
     * @return true once the chunk is complete
     */
    boolean isClosed();

    /**
     * Makes the point at an index below {@link #published()}.
     *
     * @param index from 0
     * @return the point, made anew at each call
     * @throws RuntimeException if what the application put into the span cannot be read; that point is lost
     */
    TracePoint point(int index);

    /**
     * Learns what became of some of its points, once for each store that they go to. Called on any thread, which may hold
     * a lock: must not block, throw, or do I/O. What is left when the sink is closed is not told.
     *
     * @param fate the same of all of them
     * @param points how many
     */
    default void settled(PointFate fate, int points) {}
}
