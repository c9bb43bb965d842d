// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceWriter;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The one thread that formats and stores trace points. */
final class Writer {

    private final WaitingPoints waiting;
    private final Spool spool;
    private final Intake intake;
    private final BackOff backOff;
    private final Delivery delivery;
    private final OccasionalLog occasionalLog = new OccasionalLog(LoggerFactory.getLogger(Writer.class));
    private final Rest rest;

    private final WriterThread thread;
    private final DropLog drops;

    Writer(TraceWriter store, LastAttempt attempt, ExportSettings settings, WaitingPoints waiting, Spool spool) {
        this.intake = new Intake(settings, waiting, spool, occasionalLog);
        this.waiting = waiting;
        this.spool = spool;
        this.drops = new DropLog(settings, waiting);
        this.backOff = new BackOff(settings.maxBackOff());
        this.delivery = new Delivery(store, attempt, backOff, occasionalLog);
        this.rest = new Rest(waiting, settings.flushInterval());
        this.thread = new WriterThread(this::run, settings.spool() != null);
    }

    void start() {
        thread.thread().start();
    }

    /** Tells that there are points which should not wait for the next flush. */
    void wake() {
        rest.wake(thread.thread());
    }

    /** Tells to store what waits, and to end then. */
    void finish() {
        rest.end(thread.thread());
    }

    /** Waits until everything is stored, or gives up. */
    void awaitEnd(long deadlineNanos) {
        thread.awaitEnd(deadlineNanos);
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        boolean done = false;
        while (!done && thread.mayGoOn()) {
            try {
                done = step();
            } catch (Throwable fault) {
                survive(fault);
            }
        }
        leave();
    }

    /** What the store was not given in time is in the file, if there is one. */
    private void leave() {
        try {
            intake.keepAll(intake.next());
        } catch (Throwable fault) {
            occasionalLog.warn("Trace points that wait are not kept", fault);
        } finally {
            spool.close();
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
        intake.takeFewer();
        occasionalLog.warn("Trace points wait: writing failed, and begins again", fault);
        if (thread.mayGoOn()) {
            rest.pauseAfterFault();
        }
    }

    /** Whether nothing is left to do. */
    private boolean step() {
        drops.tell();
        spool.open();
        rest.gather();
        Batch batch = intake.next();
        if (!spool.isEmpty()) {
            return storeFromSpool(batch);
        }
        if (!batch.isEmpty()) {
            store(batch);
            intake.takeAsUsual();
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
        boolean kept = intake.keepAll(batch);
        spool.force();
        try {
            List<TracePoint> next = spool.next(intake.batchSize());
            spool.delivered(next, delivery.append(next, intake.isLast()));
            intake.takeAsUsual();
            return false;
        } catch (StoreUnavailableException away) {
            backOff.failed(away);
            drops.tell();
            if (rest.isOver() && kept) {
                return true;
            }
            Thread.interrupted();
            rest.pauseUntilHalfFull(() -> backOff.pause(() -> rest.isOver() || kept && waiting.isHalfFull()));
            return false;
        }
    }

    private void store(Batch batch) {
        if (!batch.isFull()) {
            rest.begin();
        }
        while (thread.mayGoOn()) {
            try {
                waiting.settle(batch, delivery.append(batch.points(), intake.isLast()));
                return;
            } catch (StoreUnavailableException away) {
                backOff.failed(away);
                if (spool.keep(batch)) {
                    spool.force();
                    return;
                }
                drops.tell();
                Thread.interrupted();
                backOff.pause(rest::isOver);
            }
        }
    }
}
