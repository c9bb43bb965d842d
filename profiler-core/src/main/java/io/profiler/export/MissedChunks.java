// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.PointFate;
import io.profiler.point.TracePointChunk;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Chunks that other stores had room for and this one had not, until all of their points are counted. Each one that comes
 * lets go of two that are closed, so that there are never many more than are still being filled.
 */
final class MissedChunks {

    private static final int CHECKED_PER_CHUNK = 2;

    private final PointFate why;
    private final Deque<TracePointChunk> open = new ArrayDeque<>();
    private long counted;

    MissedChunks(PointFate why) {
        this.why = why;
    }

    synchronized void add(TracePointChunk chunk) {
        for (int i = Math.min(CHECKED_PER_CHUNK, open.size()); i > 0; i--) {
            count(open.remove());
        }
        open.add(chunk);
    }

    private void count(TracePointChunk chunk) {
        if (chunk.isClosed()) {
            counted += chunk.published();
            chunk.settled(why, chunk.published());
        } else {
            open.add(chunk);
        }
    }

    synchronized long points() {
        return counted + open.stream().mapToLong(TracePointChunk::published).sum();
    }
}
