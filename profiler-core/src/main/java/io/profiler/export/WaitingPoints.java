// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.PointFate;
import io.profiler.point.TracePointChunk;
import io.profiler.store.AppendResult;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/**
 * The bounded queue between profiled threads and the writer, and the account of what became of each point.
 *
 * <p>What is queued are chunks, while their threads still publish into them; what is bounded is the room in them, which
 * is given back as points are settled. A point waits from the moment it is published until its batch is settled, so that
 * at every moment every point is in exactly one of the counts.
 */
final class WaitingPoints {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(TracePointExporter.class));

    private final WaitingRoom room;
    private final WaitingRoom roomForEnds;
    private final AtomicLong offered = new AtomicLong();
    private final ConcurrentMap<String, WaitingTrace> traces = new ConcurrentHashMap<>();
    private final Turns turns = new Turns(traces);
    private final LostPoints queueFull = new LostPoints(PointFate.QUEUE_FULL);
    private final LostPoints queueBytes = new LostPoints(PointFate.QUEUE_BYTES);
    private final LostPoints late = new LostPoints(PointFate.SHUTDOWN);
    private long stored;
    private long rejected;
    private long kept;
    private volatile boolean closed;

    WaitingPoints(ExportSettings settings) {
        this.room = WaitingRoom.of(settings);
        this.roomForEnds = room.forEnds(settings);
    }

    boolean offer(TracePointChunk chunk) {
        return !closed && room.take(chunk, traces.get(chunk.baseId())) && add(chunk);
    }

    /** Takes the end of a request, for which there is a little room beyond what other chunks may fill. */
    boolean offerEnd(TracePointChunk chunk) {
        return !closed && roomForEnds.take(chunk, traces.get(chunk.baseId())) && add(chunk);
    }

    private boolean add(TracePointChunk chunk) {
        try {
            traces.compute(chunk.baseId(), (id, present) -> {
                WaitingTrace trace = present == null ? new WaitingTrace(room) : present;
                trace.add(chunk, offered.incrementAndGet());
                return trace;
            });
        } catch (RuntimeException | Error fault) {
            room.giveBack(chunk.capacity(), chunk.bytes());
            throw fault;
        }
        return true;
    }

    /** Counts the points of a chunk that was refused as dropped, as they are published. */
    void miss(TracePointChunk chunk) {
        lost(chunk).miss(chunk);
    }

    void drop(TracePointChunk refused, int points) {
        lost(refused).drop(refused, points);
    }

    private LostPoints lost(TracePointChunk refused) {
        if (closed) {
            return late;
        }
        return room.isForPointsAlone(refused, traces.get(refused.baseId())) ? queueBytes : queueFull;
    }

    /** Fills a batch from all traces in turns; its points go on waiting until it is settled. Only for the writer. */
    void fill(Batch batch) {
        turns.fill(batch, offered.get());
    }

    /** Accounts for a batch, unless it comes too late. Only for the writer. */
    void settle(Batch batch, AppendResult result) {
        batch.attribute(result);
        if (account(batch, result)) {
            tell(batch);
        }
    }

    private synchronized boolean account(Batch batch, AppendResult result) {
        if (closed) {
            return false;
        }
        stored += result.stored();
        rejected += result.rejected() + batch.unreadable();
        batch.settle();
        release();
        return true;
    }

    /** From now on points of a batch wait in a spool; the others of it are lost. Only for the writer. */
    synchronized void keep(Batch batch, int points) {
        if (!closed) {
            kept += points;
            rejected += batch.claimed() - points;
            batch.settle();
            release();
        }
    }

    /** Accounts for points that an earlier run left in a spool. */
    synchronized void recover(int points) {
        kept = points;
    }

    /** Accounts for points that came out of a spool. */
    synchronized void deliver(int nowStored, int nowRejected) {
        kept -= nowStored + nowRejected;
        stored += nowStored;
        rejected += nowRejected;
    }

    /** Gives up what is in a spool. */
    synchronized void loseKept() {
        rejected += kept;
        kept = 0;
    }

    /** Whether there is less room than is free for everybody. */
    boolean isHalfFull() {
        return room.isHalfFull();
    }

    /** What is settled must not be settled again, whatever whoever listens does. */
    private static void tell(Batch batch) {
        try {
            batch.tell();
        } catch (RuntimeException | Error fault) {
            log.warn("What became of trace points is not told in their trace", fault);
        }
    }

    /** Forgets chunks that are closed and settled, and gives back what they did not use. Only for the writer. */
    synchronized void release() {
        traces.forEach((baseId, trace) -> {
            trace.release();
            if (trace.isEmpty()) {
                traces.computeIfPresent(baseId, (id, present) -> present.isEmpty() ? null : present);
            }
        });
    }

    /** Whether there is something to store without waiting for the next flush. */
    boolean hasReadyPoints() {
        return traces.values().stream().anyMatch(WaitingTrace::hasReadyPoints);
    }

    boolean isClosed() {
        return closed;
    }

    /** From now on what waits counts as dropped. */
    synchronized void close() {
        closed = true;
    }

    /** From now on what waits, and was not settled meanwhile, waits again. */
    synchronized void reopen() {
        closed = false;
    }

    long droppedQueueFull() {
        return queueFull.points();
    }

    long droppedQueueBytes() {
        return queueBytes.points();
    }

    synchronized PointCounts counts() {
        long unsettled =
                traces.values().stream().mapToLong(WaitingTrace::waiting).sum();
        return new PointCounts(
                stored,
                kept + (closed ? 0 : unsettled),
                queueFull.points(),
                queueBytes.points(),
                rejected,
                late.points() + (closed ? unsettled : 0),
                0);
    }
}
