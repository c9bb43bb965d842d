// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePointChunk;
import io.profiler.store.TraceWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to one store: a queue and a writer of its own, so that a store that is away holds up no other. */
final class Lane {

    private static final Logger logger = LoggerFactory.getLogger(TracePointExporter.class);

    private final OccasionalLog faults = new OccasionalLog(logger);

    private final TraceWriter store;
    private final ExportSettings settings;
    private final WaitingPoints waiting;
    private final Spool spool;
    private final LastAttempt attempt = new LastAttempt();

    private volatile @Nullable Writer writer;
    private boolean closed;

    /**
     * What an earlier run left in a spool is stored without waiting for a profiled request.
     *
     * @param number of this store among all
     */
    Lane(TraceWriter store, ExportSettings settings, int number) {
        this.store = store;
        this.settings = settings;
        this.waiting = new WaitingPoints(settings);
        SpoolSettings file = settings.spool();
        this.spool = new Spool(file == null ? null : file.ofStore(number), waiting);
        if (file != null) {
            wake();
        }
    }

    TraceWriter store() {
        return store;
    }

    WaitingPoints waiting() {
        return waiting;
    }

    StoreReach reach() {
        return attempt.reach();
    }

    /** What fails here is no affair of other stores, which may have taken it: this one has not. */
    boolean offer(TracePointChunk chunk, boolean end) {
        try {
            ensureWriter();
            return end ? waiting.offerEnd(chunk) : waiting.offer(chunk);
        } catch (RuntimeException | Error fault) {
            faults.warn("Trace points are lost", fault);
            return false;
        }
    }

    private void ensureWriter() {
        Writer present = writer;
        if (present == null || !present.isAlive()) {
            startWriter(present);
        }
    }

    /** In place of none, or of one that was killed: what that one had in hand still waits. */
    private synchronized void startWriter(@Nullable Writer gone) {
        if (writer == gone && !closed) {
            Writer started = new Writer(store, attempt, settings, waiting, spool);
            started.start();
            writer = started;
        }
    }

    void wake() {
        try {
            ensureWriter();
            Writer present = writer;
            if (present != null) {
                present.wake();
            }
        } catch (RuntimeException | Error fault) {
            faults.warn("Trace points wait for the next flush", fault);
        }
    }

    /** From now on no writer is started; tells the writer, if there is one, to store what waits. */
    synchronized void finish() {
        closed = true;
        if (writer != null) {
            writer.finish();
        }
    }

    /** Waits for the writer; what it has not stored by then is dropped. The file is its own as long as it lives. */
    void awaitEnd(long deadlineNanos) {
        Writer last = writer;
        if (last != null) {
            last.awaitEnd(deadlineNanos);
        }
        waiting.close();
        if (last == null || !last.isAlive()) {
            spool.close();
        }
        tellOfLost();
    }

    private void tellOfLost() {
        long lost = waiting.counts().droppedShutdown();
        if (lost > 0) {
            logger.warn("{} trace points were not stored before the shutdown", lost);
        }
    }

    /** Goes on after {@link #finish}: what was dropped then waits, unless it has been stored. */
    synchronized void reopen() {
        waiting.reopen();
        closed = false;
        if (settings.spool() != null) {
            wake();
        }
    }
}
