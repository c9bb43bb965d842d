// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import io.profiler.point.Manifest;
import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sink for tests: keeps every chunk, and reads them when it is asked.
 *
 * @since 0.1
 */
public final class CollectingSink implements TracePointSink {

    private final List<TracePointChunk> chunks = new CopyOnWriteArrayList<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile boolean full;

    /** From now on there is no room, or there is room again. */
    public void setFull(boolean full) {
        this.full = full;
    }

    @Override
    public boolean offer(TracePointChunk chunk) {
        return !full && chunks.add(chunk);
    }

    @Override
    public void ready() {}

    @Override
    public void drop(TracePointChunk refused, int points) {
        dropped.addAndGet(points);
    }

    /** How many points found no room. */
    public int dropped() {
        return dropped.get();
    }

    /** Chunks whose threads may still publish into them. */
    public long openChunks() {
        return chunks.stream().filter(chunk -> !chunk.isClosed()).count();
    }

    /** How many points would fit into all chunks. */
    public int room() {
        return chunks.stream().mapToInt(TracePointChunk::capacity).sum();
    }

    /** All points of spans that are published, chunk by chunk. */
    public List<TracePoint> points() {
        return published().filter(point -> !point.isManifest()).toList();
    }

    /** What is told at the end of requests of the points that were made, in the order of their ends. */
    public List<Manifest> manifests() {
        return published()
                .filter(TracePoint::isManifest)
                .map(point -> Objects.requireNonNull(Manifest.of(point.info())))
                .toList();
    }

    private Stream<TracePoint> published() {
        return chunks.stream()
                .flatMap(chunk -> IntStream.range(0, chunk.published()).mapToObj(chunk::point));
    }

    /** The point of a name, of which there is exactly one. */
    public TracePoint point(String name) {
        List<TracePoint> named =
                points().stream().filter(point -> point.name().equals(name)).toList();
        if (named.size() != 1) {
            throw new AssertionError(named.size() + " points named " + name + " in " + names());
        }
        return named.get(0);
    }

    /** Names of all points. */
    public List<String> names() {
        return points().stream().map(TracePoint::name).toList();
    }
}
