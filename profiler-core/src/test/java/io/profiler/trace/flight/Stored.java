// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What was handed over. */
final class Stored implements TracePointSink {

    private final List<TracePointChunk> chunks = new CopyOnWriteArrayList<>();
    private final AtomicInteger notMade = new AtomicInteger();

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

    @Override
    public void dropOverLimit(int points) {
        notMade.addAndGet(points);
    }

    int notMade() {
        return notMade.get();
    }

    List<TracePoint> points() {
        return chunks.stream()
                .flatMap(chunk -> IntStream.range(0, chunk.published()).mapToObj(chunk::point))
                .toList();
    }

    List<String> names() {
        return points().stream().map(TracePoint::name).toList();
    }

    List<TracePoint> all(String name) {
        return points().stream().filter(point -> point.name().equals(name)).toList();
    }

    TracePoint only(String name) {
        List<TracePoint> all = all(name);
        if (all.size() != 1) {
            throw new AssertionError(name + " in " + names());
        }
        return all.get(0);
    }

    String manifest() {
        return points().stream()
                .filter(point -> point.name().contains("manifest"))
                .map(point -> point.info().toString())
                .findFirst()
                .orElseThrow();
    }
}
