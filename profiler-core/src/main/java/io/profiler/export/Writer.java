// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that formats and stores trace points. */
final class Writer {

    private static final Logger logger = LoggerFactory.getLogger(Writer.class);

    private static final long LONGEST_PAUSE_AFTER_FAULT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ExportSettings settings;
    private final WaitingPoints waiting;
    private final Spool spool;
    private final BackOff backOff;
    private final Delivery delivery;
    private final OccasionalLog occasionalLog = new OccasionalLog(logger);
    private final long flushNanos;

    /** Less than the usual while something fails. */
    private int batchSize;

    /** Inherits no thread-locals: it outlives the request that happens to start it. */
    private final Thread thread = new Thread(null, this::run, "profiler-writer", 0, false);

    private final DropLog drops;

    private volatile boolean idle;
    private volatile boolean finishing;
    private volatile boolean gaveUp;

    Writer(TraceWriter store, LastAttempt attempt, ExportSettings settings, WaitingPoints waiting, Spool spool) {
        this.settings = settings;
        this.waiting = waiting;
        this.spool = spool;
        this.drops = new DropLog(settings, waiting);
        this.backOff = new BackOff(settings.maxBackOff());
        this.delivery = new Delivery(store, attempt, backOff, occasionalLog);
        this.flushNanos = TimeUnit.NANOSECONDS.convert(settings.flushInterval());
        this.batchSize = settings.batchSize();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends a pause between flushes; costs a volatile read while the writer is busy. */
    void wake() {
        if (idle) {
            idle = false;
            LockSupport.unpark(thread);
        }
    }

    /** Tells to store what waits, and to end then. */
    void finish() {
        finishing = true;
        LockSupport.unpark(thread);
    }

    /** Waits until everything is stored, or gives up. */
    void awaitEnd(long deadlineNanos) {
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gaveUp = true;
        thread.interrupt();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Nothing but {@link #awaitEnd} ends the writing: an interrupt may be a store's, or anybody's. */
    private boolean mayGoOn() {
        Thread.interrupted();
        return !gaveUp;
    }

    private void run() {
        boolean done = false;
        while (!done && mayGoOn()) {
            try {
                done = step();
            } catch (Throwable fault) {
                survive(fault);
            }
        }
    }

    private void survive(Throwable fault) {
        try {
            pauseAfter(fault);
        } catch (Throwable another) {
            // With memory at its end, anything fails; the next step may not.
        }
    }

    private void pauseAfter(Throwable fault) {
        batchSize = Math.max(1, batchSize / 2);
        occasionalLog.warn("Trace points wait: writing failed, and begins again", fault);
        if (mayGoOn()) {
            LockSupport.parkNanos(this, Math.min(flushNanos, LONGEST_PAUSE_AFTER_FAULT_NANOS));
        }
    }

    /** Whether nothing is left to do. */
    private boolean step() {
        drops.tell();
        spool.open();
        Batch batch = new Batch(batchSize, occasionalLog);
        waiting.fill(batch);
        if (!spool.isEmpty()) {
            return storeFromSpool(batch);
        }
        if (!batch.isEmpty()) {
            store(batch);
            batchSize = settings.batchSize();
            return false;
        }
        if (!finishing) {
            waiting.release();
            pause();
            return false;
        }
        return true;
    }

    /** As long as there is something in the spool, whatever comes goes through it, so that it stays in order. */
    private boolean storeFromSpool(Batch batch) {
        boolean kept = batch.isEmpty() || spool.keep(batch);
        try {
            List<TracePoint> next = spool.next(batchSize);
            spool.delivered(next, delivery.append(next, batchSize == 1));
            batchSize = settings.batchSize();
            return false;
        } catch (StoreUnavailableException away) {
            backOff.failed(away);
            drops.tell();
            if (finishing && batch.isEmpty()) {
                return true;
            }
            Thread.interrupted();
            backOff.pause(() -> finishing || kept && waiting.isHalfFull());
            return false;
        }
    }

    private void pause() {
        idle = true;
        if (!finishing && !waiting.hasReadyPoints()) {
            LockSupport.parkNanos(this, flushNanos);
        }
        idle = false;
    }

    private void store(Batch batch) {
        while (mayGoOn()) {
            try {
                waiting.settle(batch, delivery.append(batch.points(), batchSize == 1));
                return;
            } catch (StoreUnavailableException away) {
                backOff.failed(away);
                if (spool.keep(batch)) {
                    return;
                }
                drops.tell();
                Thread.interrupted();
                backOff.pause(() -> finishing);
            }
        }
    }
}
