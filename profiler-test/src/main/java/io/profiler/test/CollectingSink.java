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

    /** An empty sink, with room for everything. */
    public CollectingSink() {}

    /**
     * Makes the sink refuse chunks, as an exporter does whose store is away.
     *
     * @param full whether there is no room from now on
     */
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

    /** Forgets the chunks that it has, whether they are closed or not; the count of what found no room stays. */
    public void clear() {
        chunks.clear();
    }

    /** {@return how many points found no room so far} */
    public int dropped() {
        return dropped.get();
    }

    /** {@return how many chunks may still be published into: 0 once all requests have ended} */
    public long openChunks() {
        return chunks.stream().filter(chunk -> !chunk.isClosed()).count();
    }

    /** {@return how many points would fit into all chunks: what was set aside for them, used or not} */
    public int room() {
        return chunks.stream().mapToInt(TracePointChunk::capacity).sum();
    }

    /** {@return all points of spans that are published, chunk by chunk, and in a chunk in the order of their making} */
    public List<TracePoint> points() {
        return published().filter(point -> !point.isManifest()).toList();
    }

    /** {@return what is told, at the end of each request, of the points that were made; in the order of their chunks} */
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

    /**
     * {@return the point of a name, of which there is exactly one}
     *
     * @param name whole, with {@code -start} or {@code -stop}
     * @throws AssertionError if there is none, or if there are several
     */
    public TracePoint point(String name) {
        List<TracePoint> named =
                points().stream().filter(point -> point.name().equals(name)).toList();
        if (named.size() != 1) {
            throw new AssertionError(named.size() + " points named " + name + " in " + names());
        }
        return named.get(0);
    }

    /** {@return the names of all {@link #points()}, in their order} */
    public List<String> names() {
        return points().stream().map(TracePoint::name).toList();
    }
}
