// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

/**
 * Where spans hand their trace points: by the chunk, never one by one.
 *
 * <ol>
 *   <li>{@link #offer} once for each chunk, before its first point;
 *   <li>the thread publishes points in it, with no call here;
 *   <li>{@link #ready} when the last chunk of a thread's is closed, and when a large one is full, so that their points
 *       need not wait for the next flush.
 * </ol>
 *
 * <p>Called on the threads of profiled requests: no method may block, throw, or do I/O.
 *
 * @since 0.1
 */
public interface TracePointSink {

    /**
     * Reserves room for all points of a chunk and watches it from now on.
     *
     * @param chunk to which points are published from now on
     * @return false if there is no room; the caller then counts each point by {@link #drop}
     */
    boolean offer(TracePointChunk chunk);

    /** Tells that there are points which should not wait for the next flush. */
    void ready();

    /**
     * Counts points that were made but found no room.
     *
     * @param points how many
     */
    void drop(int points);
}
