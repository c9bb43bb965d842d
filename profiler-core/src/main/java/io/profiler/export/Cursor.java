// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePointChunk;

/** A chunk, and how many of its points are settled. Changed only by the writer, under the lock of its queue. */
final class Cursor {

    private final TracePointChunk chunk;
    private int settled;

    Cursor(TracePointChunk chunk) {
        this.chunk = chunk;
    }

    TracePointChunk chunk() {
        return chunk;
    }

    int settled() {
        return settled;
    }

    void settle(int points) {
        settled += points;
    }

    int waiting() {
        return chunk.published() - settled;
    }

    int unused() {
        return chunk.capacity() - settled;
    }

    boolean isDone() {
        return chunk.isClosed() && waiting() == 0;
    }
}
