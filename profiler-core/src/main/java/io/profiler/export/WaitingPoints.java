// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePointChunk;
import io.profiler.store.AppendResult;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The bounded queue between profiled threads and the writer, and the account of what became of each point.
 *
 * <p>What is queued are chunks, while their threads still publish into them; what is bounded is the room in them, which
 * is given back as points are settled. A point waits from the moment it is published until its batch is settled, so that
 * at every moment every point is in exactly one of the counts.
 */
final class WaitingPoints {

    private final int capacity;
    private final AtomicInteger reserved = new AtomicInteger();
    private final Queue<Cursor> cursors = new ConcurrentLinkedQueue<>();
    private final MissedChunks missed = new MissedChunks();
    private final LongAdder droppedQueueFull = new LongAdder();
    private final LongAdder droppedLate = new LongAdder();

    private long stored;
    private long rejected;
    private volatile boolean closed;

    WaitingPoints(int capacity) {
        this.capacity = capacity;
    }

    boolean offer(TracePointChunk chunk) {
        int room = chunk.capacity();
        if (closed) {
            return false;
        }
        if (reserved.addAndGet(room) > capacity) {
            reserved.addAndGet(-room);
            return false;
        }
        cursors.add(new Cursor(chunk));
        return true;
    }

    /** Counts the points of a chunk as dropped, as they are published. */
    void miss(TracePointChunk chunk) {
        missed.add(chunk);
    }

    void drop(int points) {
        (closed ? droppedLate : droppedQueueFull).add(points);
    }

    /** Fills a batch, oldest chunk first; its points go on waiting until it is settled. Only for the writer. */
    void fill(Batch batch) {
        for (Cursor cursor : cursors) {
            if (batch.isFull()) {
                return;
            }
            batch.takeFrom(cursor);
        }
    }

    /** Accounts for a batch, unless it comes too late. Only for the writer. */
    synchronized void settle(Batch batch, AppendResult result) {
        if (closed) {
            return;
        }
        stored += result.stored();
        rejected += result.rejected() + batch.unreadable();
        reserved.addAndGet(-batch.settle());
        release();
    }

    /** Forgets chunks that are closed and settled, and gives back what they did not use. Only for the writer. */
    synchronized void release() {
        cursors.removeIf(cursor -> {
            boolean done = cursor.isDone();
            if (done) {
                reserved.addAndGet(-cursor.unused());
            }
            return done;
        });
    }

    /** Whether there is something to store without waiting for the next flush. */
    boolean hasReadyPoints() {
        return cursors.stream().anyMatch(cursor -> cursor.chunk().isClosed() && cursor.waiting() > 0);
    }

    /** From now on what waits counts as dropped. */
    synchronized void close() {
        closed = true;
    }

    long droppedQueueFull() {
        return droppedQueueFull.sum() + missed.points();
    }

    synchronized PointCounts counts() {
        long unsettled = cursors.stream().mapToLong(Cursor::waiting).sum();
        return new PointCounts(
                stored,
                closed ? 0 : unsettled,
                droppedQueueFull(),
                rejected,
                droppedLate.sum() + (closed ? unsettled : 0));
    }
}
