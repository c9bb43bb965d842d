// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Where points of a request go that is kept. A chunk that was begun before that, and for which there is no room then, is added to
 * by its thread still, which knows nothing of it: those points are counted here, whenever a thread turns up. Thread-safe.
 */
final class PassedPoints implements TracePointSink {

    private final TracePointSink sink;
    private final List<Refused> open = new ArrayList<>(0);

    /** One for which there was no room. */
    private static final class Refused {

        private final TracePointChunk chunk;
        private int counted;

        Refused(TracePointChunk chunk) {
            this.chunk = chunk;
        }

        int more() {
            int before = counted;
            counted = chunk.published();
            return counted - before;
        }
    }

    PassedPoints(TracePointSink sink) {
        this.sink = sink;
    }

    /** Hands over what was held. */
    void pass(TracePointChunk held) {
        if (!sink.offer(held)) {
            add(held);
            count();
        }
    }

    private synchronized void add(TracePointChunk refused) {
        open.add(new Refused(refused));
    }

    /** A thread that adds to one turns up after it has added the last point. */
    private synchronized void count() {
        open.removeIf(this::isCounted);
    }

    private boolean isCounted(Refused refused) {
        boolean isWhole = refused.chunk.isClosed();
        int more = refused.more();
        if (more > 0) {
            sink.drop(refused.chunk, more);
        }
        return isWhole;
    }

    @Override
    public boolean offer(TracePointChunk chunk) {
        count();
        return sink.offer(chunk);
    }

    @Override
    public boolean offerEnd(TracePointChunk chunk) {
        count();
        return sink.offerEnd(chunk);
    }

    @Override
    public void ready() {
        count();
        sink.ready();
    }

    @Override
    public void drop(TracePointChunk refused, int points) {
        count();
        sink.drop(refused, points);
    }

    @Override
    public void dropOverLimit(int points) {
        sink.dropOverLimit(points);
    }
}
