// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** The one thread that formats and stores trace points. */
final class Writer {

    private final ExportSettings settings;
    private final WaitingPoints waiting;
    private final Spool spool;
    private final BackOff backOff;
    private final Delivery delivery;
    private final OccasionalLog occasionalLog = new OccasionalLog(LoggerFactory.getLogger(Writer.class));
    private final Rest rest;

    /** Less than the usual while something fails. */
    private int batchSize;

    /** Inherits no thread-locals: it outlives the request that happens to start it. */
    private final Thread thread = new Thread(null, this::run, "profiler-writer", 0, false);

    private final DropLog drops;

    private volatile boolean gaveUp;

    Writer(TraceWriter store, LastAttempt attempt, ExportSettings settings, WaitingPoints waiting, Spool spool) {
        this.settings = settings;
        this.waiting = waiting;
        this.spool = spool;
        this.drops = new DropLog(settings, waiting);
        this.backOff = new BackOff(settings.maxBackOff());
        this.delivery = new Delivery(store, attempt, backOff, occasionalLog);
        this.rest = new Rest(waiting, settings.flushInterval());
        this.batchSize = settings.batchSize();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Tells that there are points which should not wait for the next flush. */
    void wake() {
        rest.wake(thread);
    }

    /** Tells to store what waits, and to end then. */
    void finish() {
        rest.end(thread);
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
            rest.pauseAfterFault();
        }
    }

    /** Whether nothing is left to do. */
    private boolean step() {
        drops.tell();
        spool.open();
        rest.gather();
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
        if (rest.isOver()) {
            return true;
        }
        waiting.release();
        rest.pause();
        return false;
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
            if (rest.isOver() && batch.isEmpty()) {
                return true;
            }
            Thread.interrupted();
            backOff.pause(() -> rest.isOver() || kept && waiting.isHalfFull());
            return false;
        }
    }

    private void store(Batch batch) {
        if (!batch.isFull()) {
            rest.begin();
        }
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
                backOff.pause(rest::isOver);
            }
        }
    }
}
