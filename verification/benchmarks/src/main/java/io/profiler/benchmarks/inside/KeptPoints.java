// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Has room for everything. */
final class KeptPoints implements TracePointSink {

    private final ConcurrentLinkedQueue<TracePointChunk> chunks = new ConcurrentLinkedQueue<>();

    @Override
    public boolean offer(TracePointChunk chunk) {
        return chunks.add(chunk);
    }

    @Override
    public void ready() {}

    @Override
    public void drop(TracePointChunk refused, int points) {
        throw new IllegalStateException("nothing is refused");
    }

    /** Those that came since this was asked last; to be asked when nobody adds any. */
    List<TracePoint> take() {
        List<TracePoint> points = new ArrayList<>();
        for (TracePointChunk chunk = chunks.poll(); chunk != null; chunk = chunks.poll()) {
            for (int i = 0; i < chunk.published(); i++) {
                points.add(chunk.point(i));
            }
        }
        return points;
    }
}
