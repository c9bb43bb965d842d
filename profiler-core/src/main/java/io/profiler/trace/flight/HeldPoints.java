// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import io.profiler.point.PointFate;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request records: held back until it is known whether it is kept. Then it goes where other points go, and so does what
 * comes later; or nothing more is taken. Thread-safe.
 */
final class HeldPoints implements TracePointSink {

    /** What a request takes from its beginning on: itself, its first spans, and its end. */
    static final long FIRST_BYTES = 8_192;

    /** Of a point, beside what it says: its place, and its part of a span. */
    private static final long BYTES_PER_POINT = 48;

    private final FlightRecorder recorder;
    private List<TracePointChunk> chunks = new ArrayList<>(2);

    /** Where they go since they were handed over; null before that, and if they never are. */
    private @Nullable PassedPoints passed;

    private boolean isOver;
    private long heldBytes = FIRST_BYTES;
    private long usedBytes;
    private int notMade;
    private @Nullable Missed refusal;
    private boolean isCut;

    HeldPoints(FlightRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public boolean offer(TracePointChunk chunk) {
        TracePointSink next;
        synchronized (this) {
            next = passed;
            if (next == null) {
                return !isOver && hold(chunk);
            }
        }
        return next.offer(chunk);
    }

    private boolean hold(TracePointChunk chunk) {
        long bytes = chunk.bytes() + BYTES_PER_POINT * chunk.capacity();
        long more = Math.max(0, usedBytes + bytes - heldBytes);
        if (heldBytes + more > recorder.limits().bytesPerRequest()) {
            return refuse(Missed.MEMORY_PER_REQUEST);
        }
        if (more > 0 && !recorder.room().take(more)) {
            return refuse(Missed.MEMORY);
        }
        heldBytes += more;
        usedBytes += bytes;
        return chunks.add(chunk);
    }

    /** A smaller one may find room, so that nothing is cut. */
    private boolean refuse(Missed reason) {
        refusal = reason;
        return false;
    }

    @Override
    public boolean offerEnd(TracePointChunk chunk) {
        TracePointSink next = passed();
        return next == null ? offer(chunk) : next.offerEnd(chunk);
    }

    /** Nobody waits for what may be forgotten. */
    @Override
    public void ready() {
        TracePointSink next = passed();
        if (next != null) {
            next.ready();
        }
    }

    /** The end of the request tells it, if it is kept. */
    @Override
    public void drop(TracePointChunk refused, int points) {
        TracePointSink next = notMade(points, refusal());
        if (next == null) {
            refused.settled(PointFate.LIMIT, points);
        } else {
            next.drop(refused, points);
        }
    }

    @Override
    public void dropOverLimit(int points) {
        TracePointSink next = notMade(points, Missed.SPANS_PER_REQUEST);
        if (next != null) {
            next.dropOverLimit(points);
        }
    }

    /** Counts them, unless where they were handed over to has to, which is returned then. */
    private @Nullable TracePointSink notMade(int points, @Nullable Missed reason) {
        Missed first;
        synchronized (this) {
            if (passed != null) {
                return passed;
            }
            notMade += points;
            first = isOver || isCut ? null : reason;
            isCut |= first != null;
        }
        if (first != null) {
            recorder.miss(first);
        }
        return null;
    }

    private synchronized @Nullable Missed refusal() {
        return refusal;
    }

    private synchronized @Nullable TracePointSink passed() {
        return passed;
    }

    /** Hands them over; false if they were let go, or handed over, before. */
    boolean pass() {
        PassedPoints next = new PassedPoints(recorder.sink());
        List<TracePointChunk> held;
        int over;
        synchronized (this) {
            held = end();
            if (held == null) {
                return false;
            }
            passed = next;
            over = notMade;
        }
        held.forEach(next::pass);
        if (over > 0) {
            next.dropOverLimit(over);
        }
        return true;
    }

    /** Lets go of them; false if that was done, or they were handed over, before. */
    boolean close() {
        return end() != null;
    }

    synchronized boolean areHeld() {
        return !isOver;
    }

    private synchronized @Nullable List<TracePointChunk> end() {
        if (isOver) {
            return null;
        }
        isOver = true;
        recorder.room().giveBack(heldBytes);
        List<TracePointChunk> held = chunks;
        chunks = List.of();
        return held;
    }
}
