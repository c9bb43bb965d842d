// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePointChunk;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The chunks of one trace that wait, oldest first, and the room they have. */
final class WaitingTrace {

    private final WaitingRoom room;
    private final AtomicLong heldPoints = new AtomicLong();
    private final AtomicLong heldBytes = new AtomicLong();
    private final Queue<Cursor> cursors = new ConcurrentLinkedQueue<>();

    WaitingTrace(WaitingRoom room) {
        this.room = room;
    }

    long heldPoints() {
        return heldPoints.get();
    }

    long heldBytes() {
        return heldBytes.get();
    }

    /** Adds a chunk for which room is taken. */
    void add(TracePointChunk chunk, long number) {
        cursors.add(new Cursor(this, chunk, number));
        heldPoints.addAndGet(chunk.capacity());
        heldBytes.addAndGet(chunk.bytes());
    }

    void giveBack(long fewerPoints, long fewerBytes) {
        heldPoints.addAndGet(-fewerPoints);
        heldBytes.addAndGet(-fewerBytes);
        room.giveBack(fewerPoints, fewerBytes);
    }

    /**
     * Fills a batch with points of this trace.
     *
     * @param most how many
     * @param newest number of the last chunk that may be read: one that came later may hold the stop of a span whose start
     *     was published after its own chunk was read
     * @return how many there were
     */
    int fill(Batch batch, int most, long newest) {
        int taken = 0;
        for (Cursor cursor : cursors) {
            if (taken >= most || cursor.number() > newest) {
                break;
            }
            taken += batch.takeFrom(cursor, most - taken);
        }
        return taken;
    }

    /** Forgets chunks that are closed and settled. */
    void release() {
        cursors.removeIf(cursor -> {
            boolean done = cursor.isDone();
            if (done) {
                cursor.giveBackRest();
            }
            return done;
        });
    }

    boolean isEmpty() {
        return cursors.isEmpty();
    }

    long waiting() {
        long sum = 0;
        for (Cursor cursor : cursors) {
            sum += cursor.waiting();
        }
        return sum;
    }

    boolean hasReadyPoints() {
        for (Cursor cursor : cursors) {
            if (cursor.chunk().isClosed() && cursor.waiting() > 0) {
                return true;
            }
        }
        return false;
    }
}
