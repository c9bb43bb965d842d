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

    private enum State {
        HOLDING,
        PASSING,
        CLOSED
    }

    private final FlightRecorder recorder;
    private List<TracePointChunk> chunks = new ArrayList<>(2);
    private State state = State.HOLDING;
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
        synchronized (this) {
            if (state != State.PASSING) {
                return state == State.HOLDING && hold(chunk);
            }
        }
        return recorder.sink().offer(chunk);
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

    private void cut(@Nullable Missed reason) {
        if (reason != null && isFirstCut()) {
            recorder.miss(reason);
        }
    }

    private synchronized boolean isFirstCut() {
        boolean isFirst = !isCut;
        isCut = true;
        return isFirst;
    }

    @Override
    public boolean offerEnd(TracePointChunk chunk) {
        return isPassing() ? recorder.sink().offerEnd(chunk) : offer(chunk);
    }

    /** Nobody waits for what may be forgotten. */
    @Override
    public void ready() {
        if (isPassing()) {
            recorder.sink().ready();
        }
    }

    /** The end of the request tells it, if it is kept. */
    @Override
    public void drop(TracePointChunk refused, int points) {
        if (isPassing()) {
            recorder.sink().drop(refused, points);
        } else {
            refused.settled(PointFate.LIMIT, points);
            if (notMade(points)) {
                cut(refusal());
            }
        }
    }

    @Override
    public void dropOverLimit(int points) {
        if (isPassing()) {
            recorder.sink().dropOverLimit(points);
        } else if (notMade(points)) {
            cut(Missed.SPANS_PER_REQUEST);
        }
    }

    /** Whether anybody may want to know. */
    private synchronized boolean notMade(int points) {
        notMade += points;
        return state == State.HOLDING;
    }

    private synchronized @Nullable Missed refusal() {
        return refusal;
    }

    private synchronized boolean isPassing() {
        return state == State.PASSING;
    }

    /** Hands them over; false if they were let go, or handed over, before. */
    boolean pass() {
        List<TracePointChunk> held = end(State.PASSING);
        if (held == null) {
            return false;
        }
        for (TracePointChunk chunk : held) {
            if (!recorder.sink().offer(chunk)) {
                recorder.sink().drop(chunk, chunk.published());
            }
        }
        if (notMade > 0) {
            recorder.sink().dropOverLimit(notMade);
        }
        return true;
    }

    /** Lets go of them; false if that was done, or they were handed over, before. */
    boolean close() {
        return end(State.CLOSED) != null;
    }

    synchronized boolean areHeld() {
        return state == State.HOLDING;
    }

    private synchronized @Nullable List<TracePointChunk> end(State next) {
        if (state != State.HOLDING) {
            return null;
        }
        state = next;
        recorder.room().giveBack(heldBytes);
        List<TracePointChunk> held = chunks;
        chunks = List.of();
        return held;
    }
}
