// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** Sees the points that another sink keeps to itself as well. */
final class KeepingAll implements TracePointSink {

    private final TracePointSink sink;
    private final List<TracePointChunk> chunks = new CopyOnWriteArrayList<>();

    KeepingAll(TracePointSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean offer(TracePointChunk chunk) {
        return chunks.add(chunk) && sink.offer(chunk);
    }

    @Override
    public void ready() {
        sink.ready();
    }

    @Override
    public void drop(TracePointChunk refused, int points) {
        sink.drop(refused, points);
    }

    List<TracePoint> points() {
        return chunks.stream()
                .flatMap(chunk -> IntStream.range(0, chunk.published()).mapToObj(chunk::point))
                .toList();
    }
}
