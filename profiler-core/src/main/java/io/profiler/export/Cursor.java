// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePointChunk;
import org.jspecify.annotations.Nullable;

/**
 * A chunk, how many of its points are settled, and how many more a batch has claimed. Changed only by the writer; what is
 * settled, under the lock of its queue.
 */
final class Cursor {

    private final WaitingTrace trace;
    private final TracePointChunk chunk;
    private final long number;
    private int settled;
    private @Nullable Object claimant;
    private int claimed;

    /**
     * @param number higher than that of any chunk that was offered before
     */
    Cursor(WaitingTrace trace, TracePointChunk chunk, long number) {
        this.trace = trace;
        this.chunk = chunk;
        this.number = number;
    }

    TracePointChunk chunk() {
        return chunk;
    }

    long number() {
        return number;
    }

    /** The first point that this batch has not claimed. */
    int next(Object batch) {
        return settled + (claimant == batch ? claimed : 0);
    }

    /** What another batch has claimed, which came to nothing, is free again. */
    void claim(Object batch, int points) {
        claimed = points + (claimant == batch ? claimed : 0);
        claimant = batch;
    }

    /** Settles points, and gives back their room. */
    void settle(int points) {
        settled += points;
        claimant = null;
        trace.giveBack(points, 0);
    }

    int waiting() {
        return chunk.published() - settled;
    }

    boolean isDone() {
        return chunk.isClosed() && waiting() == 0;
    }

    /** Gives back the room that no point used, and that of their bytes, which nobody can tell before all are settled. */
    void giveBackRest() {
        trace.giveBack(chunk.capacity() - settled, chunk.bytes());
    }
}
