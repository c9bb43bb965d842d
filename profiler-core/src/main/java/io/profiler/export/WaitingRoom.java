// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePointChunk;
import org.jspecify.annotations.Nullable;

/** Room for the points that wait, and for the bytes of what they say, both shared by traces. Thread-safe. */
final class WaitingRoom {

    /** What a request has that does little: a chunk or two. */
    private static final int LEAST_SHARE_POINTS = 64;

    private static final int LEAST_SHARE_BYTES = 1 << 16;

    /** What is kept for the ends of requests, as a part of all else. */
    private static final int ENDS = 8;

    private final FairRoom points;
    private final FairRoom bytes;

    private WaitingRoom(FairRoom points, FairRoom bytes) {
        this.points = points;
        this.bytes = bytes;
    }

    static WaitingRoom of(ExportSettings settings) {
        return new WaitingRoom(
                new FairRoom(settings.queueCapacity(), LEAST_SHARE_POINTS),
                new FairRoom(settings.queueBytes(), LEAST_SHARE_BYTES));
    }

    /** The same room with what is kept for the ends of requests. */
    WaitingRoom forEnds(ExportSettings settings) {
        return new WaitingRoom(points.with(settings.queueCapacity() / ENDS), bytes.with(settings.queueBytes() / ENDS));
    }

    /**
     * Takes room for a chunk, if there is some for its trace.
     *
     * @param trace what of it waits already, null for nothing
     */
    boolean take(TracePointChunk chunk, @Nullable WaitingTrace trace) {
        if (!points.take(chunk.capacity(), trace == null ? 0 : trace.heldPoints())) {
            return false;
        }
        if (!bytes.take(chunk.bytes(), trace == null ? 0 : trace.heldBytes())) {
            points.giveBack(chunk.capacity());
            return false;
        }
        return true;
    }

    /** Whether a chunk finds room but for its bytes. */
    boolean isForPointsAlone(TracePointChunk chunk, @Nullable WaitingTrace trace) {
        return points.isFree(chunk.capacity(), trace == null ? 0 : trace.heldPoints())
                && !bytes.isFree(chunk.bytes(), trace == null ? 0 : trace.heldBytes());
    }

    void giveBack(long fewerPoints, long fewerBytes) {
        points.giveBack(fewerPoints);
        bytes.giveBack(fewerBytes);
    }

    /** Whether there is less room than is free for everybody. */
    boolean isHalfFull() {
        return points.isHalfFull() || bytes.isHalfFull();
    }
}
