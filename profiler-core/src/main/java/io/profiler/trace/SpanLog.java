// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;

/**
 * What one thread writes of one trace, chunk by chunk. The stop of a span at the top is held back until it is known whether
 * the manifest comes before it, which is when the thread is done, or the next span begins. Not thread-safe.
 */
final class SpanLog {

    private static final int FIRST_CHUNK_CAPACITY = 16;
    private static final int LARGEST_CHUNK_CAPACITY = 1024;

    private final ActiveTrace trace;
    private @Nullable SpanChunk chunk;
    private @Nullable RecordedSpan ended;
    private long endedNanos;
    private boolean endedIsTold;

    SpanLog(ActiveTrace trace) {
        this.trace = trace;
    }

    RecordedSpan start(RecordedSpan span) {
        SpanChunk room = roomForStart(span);
        if (room != null) {
            room.addStart(span, trace.clock.elapsedNanos());
        }
        return span;
    }

    RecordedSpan startedAt(RecordedSpan span, long elapsedNanos) {
        SpanChunk room = roomForStart(span);
        if (room != null) {
            room.addStart(span, elapsedNanos);
        }
        return span;
    }

    private @Nullable SpanChunk roomForStart(RecordedSpan span) {
        if (ended != null) {
            addEnded();
        }
        return chunkWithRoom(span.startBytes(), null);
    }

    void stop(RecordedSpan span, long elapsedNanos) {
        if (span.parent != null) {
            addStop(span, elapsedNanos);
            return;
        }
        if (ended != null) {
            addEnded();
        }
        endedNanos = elapsedNanos;
        endedIsTold = false;
        ended = span;
    }

    private void addEnded() {
        RecordedSpan span = ended;
        ended = null;
        if (span != null) {
            addStop(span, endedNanos);
            tellNoMore(chunk);
        }
    }

    /** Tells the times of what is not handed over yet, and of what is held back. */
    void tell(SpanTimes times) {
        if (chunk != null) {
            chunk.tell(times);
        }
        if (ended != null && !endedIsTold) {
            times.addStop(ended, endedNanos);
            endedIsTold = true;
        }
    }

    private void tellNoMore(@Nullable SpanChunk holder) {
        if (endedIsTold && holder != null) {
            holder.toldAlready();
        }
    }

    private void addStop(RecordedSpan span, long elapsedNanos) {
        SpanChunk room = chunkWithRoom(span.stopBytes(), span);
        if (room != null) {
            room.addStop(span, elapsedNanos);
        }
    }

    private @Nullable SpanChunk chunkWithRoom(int bytes, @Nullable RecordedSpan stopping) {
        SpanChunk present = chunk;
        return present != null && present.hasRoom(bytes) ? present : nextChunk(present, bytes, stopping);
    }

    private @Nullable SpanChunk nextChunk(@Nullable SpanChunk full, int bytes, @Nullable RecordedSpan stopping) {
        int capacity = FIRST_CHUNK_CAPACITY;
        if (full != null) {
            chunk = null;
            leave(full);
            capacity = Math.min(full.capacity() * 4, LARGEST_CHUNK_CAPACITY);
        }
        SpanChunk next = new SpanChunk(trace, capacity, bytes);
        boolean taken = trace.sink.offer(next);
        if (!taken && capacity > FIRST_CHUNK_CAPACITY) {
            next = new SpanChunk(trace, FIRST_CHUNK_CAPACITY, bytes);
            taken = trace.sink.offer(next);
        }
        if (!taken && stopping != null && Sampling.forgetFor(stopping)) {
            next = new SpanChunk(trace, FIRST_CHUNK_CAPACITY, stopping.stopBytes());
            taken = trace.sink.offer(next);
        }
        if (!taken) {
            trace.drop(next);
        }
        chunk = taken ? next : null;
        return chunk;
    }

    /** Waking a thread costs as much as a hundred spans: what is small can wait for the end of the request. */
    private void leave(SpanChunk full) {
        trace.ledger.handedOver(full.published());
        full.abandon();
        if (full.capacity() == LARGEST_CHUNK_CAPACITY) {
            trace.sink.ready();
        }
    }

    void handOver() {
        SpanChunk last = chunk;
        RecordedSpan top = ended;
        chunk = null;
        ended = null;
        try {
            if (last != null) {
                trace.ledger.handedOver(last.published());
            }
            if (top != null) {
                end(top, last);
            }
        } finally {
            abandon(last);
        }
    }

    /** What is not abandoned has its room in the queue for good. */
    private void abandon(@Nullable SpanChunk last) {
        if (last != null) {
            last.abandon();
            trace.sink.ready();
        }
    }

    private void end(RecordedSpan top, @Nullable SpanChunk last) {
        if (last == null || !last.hasRoomForEnd(top.stopBytes())) {
            LonePoints.end(top, endedNanos);
        } else {
            trace.ledger.handedOver(1);
            last.addEnd(top, endedNanos);
            tellNoMore(last);
        }
    }
}
