// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What was handed over, and how much was refused. */
final class Stored implements TracePointSink {

    private final List<TracePointChunk> chunks = new CopyOnWriteArrayList<>();
    private final AtomicInteger notMade = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile boolean isFull;

    @Override
    public boolean offer(TracePointChunk chunk) {
        return !isFull && chunks.add(chunk);
    }

    @Override
    public void ready() {}

    @Override
    public void drop(TracePointChunk refused, int points) {
        dropped.addAndGet(points);
    }

    @Override
    public void dropOverLimit(int points) {
        notMade.addAndGet(points);
    }

    /** Takes nothing from now on. */
    void fill() {
        isFull = true;
    }

    int dropped() {
        return dropped.get();
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
