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
 * <p>Room is shared out by trace, so that one which floods the sink pushes out no other.
 *
 * <p>Called on the threads of profiled requests: no method may block, throw, or do I/O.
 *
 * @since 0.1
 */
public interface TracePointSink {

    /**
     * Reserves room for all points of a chunk, and for all bytes that they may hold, and watches it from now on.
     *
     * @param chunk to which points are published from now on
     * @return false if there is no room, or its trace has its share of it; the caller then counts each point by
     *     {@link #drop}
     */
    boolean offer(TracePointChunk chunk);

    /**
     * Reserves room for the end of a request: a chunk of its manifest and of the stop of its span. A sink keeps a little
     * room that is for ends alone, so that a request of which points are lost can say so.
     *
     * @param chunk of two points
     * @return false if there is no room even for this
     */
    default boolean offerEnd(TracePointChunk chunk) {
        return offer(chunk);
    }

    /** Tells that there are points which should not wait for the next flush. */
    void ready();

    /**
     * Counts points that were made but found no room.
     *
     * @param refused the chunk that they would be in, which was offered in vain; learns what they are lost by
     * @param points how many
     */
    void drop(TracePointChunk refused, int points);

    /**
     * Counts points that are not made, because as much is recorded of their trace as may be.
     *
     * @param points how many
     */
    default void dropOverLimit(int points) {}
}
