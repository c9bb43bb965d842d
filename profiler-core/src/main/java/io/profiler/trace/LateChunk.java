// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.PointSize;
import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;

/** One point that comes when all others of its request have been handed over. */
final class LateChunk implements TracePointChunk {

    private final TracePoint point;
    private final long bytes;

    private LateChunk(TracePoint point) {
        this.point = point;
        this.bytes = PointSize.characters(point);
    }

    static void handOver(TracePoint point, TracePointSink sink) {
        LateChunk chunk = new LateChunk(point);
        if (sink.offer(chunk)) {
            sink.ready();
        } else {
            sink.drop(chunk, chunk.capacity());
        }
    }

    @Override
    public String baseId() {
        return point.baseId();
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public int published() {
        return 1;
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public TracePoint point(int index) {
        return point;
    }
}
