// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.PointFate;
import io.profiler.point.TracePointChunk;
import java.util.concurrent.atomic.LongAdder;

/** Points that are lost for one reason before they wait. */
final class LostPoints {

    private final PointFate why;
    private final LongAdder dropped = new LongAdder();
    private final MissedChunks missed;

    LostPoints(PointFate why) {
        this.why = why;
        this.missed = new MissedChunks(why);
    }

    void drop(TracePointChunk refused, int points) {
        dropped.add(points);
        refused.settled(why, points);
    }

    /** Counts the points of a chunk as they are published. */
    void miss(TracePointChunk chunk) {
        missed.add(chunk);
    }

    long points() {
        return dropped.sum() + missed.points();
    }
}
