// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.internal.OccasionalLog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Has the flight recorder listened to while somebody wants it, and for a while after that, as it is slow to start: which a
 * thread of its own does. Thread-safe; blocks nobody, and never throws.
 *
 * @param <S> what listens
 */
final class RecorderSession<S extends ListeningStream> {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(JvmEvents.class));

    /** The recorder hands over once a second what happened in the second before. */
    private static final long DELAY_MILLIS = 2_500;

    /** How long a recorder is waited for that is later than that, as on a machine that has too much to do. */
    private static final long PATIENCE_MILLIS = 10_000;

    private static final long AGAIN_MILLIS = 250;

    /** An event of one thread may be handed over after one that another thread ended some milliseconds later, but not after this. */
    private static final long MARGIN_MILLIS = 100;

    private static final int MOST_WAITING = 1_024;

    private final Supplier<S> opening;
    private final Runnable closed;
    private final long idleNanos;
    private final long checkMillis;
    private final RecorderThread thread;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Demand demand;
    private volatile long failedAtNanos;
    private volatile @Nullable Throwable failure;
    private long openSinceNanos;
    private volatile @Nullable S stream;

    /**
     * Has no thread yet, and has not touched the recorder.
     *
     * @param idleSeconds how long nobody has wanted it when it is closed, and after how long it is begun again if that has failed
     * @param checkSeconds how often that is looked at
     * @param opening begins to listen
     * @param closed called when nobody listens any more
     */
    RecorderSession(String threadName, long idleSeconds, long checkSeconds, Supplier<S> opening, Runnable closed) {
        this.idleNanos = TimeUnit.SECONDS.toNanos(idleSeconds);
        this.demand = new Demand(idleSeconds);
        this.checkMillis = TimeUnit.SECONDS.toMillis(checkSeconds);
        this.opening = opening;
        this.closed = closed;
        this.thread = new RecorderThread(threadName);
    }

    /** Something is being profiled, of which one may want to be told. */
    void want() {
        demand.add();
        startOnce();
    }

    /**
     * The same of a request that wants to be told as long as it is open.
     *
     * @param isOpen not for ever, and holds on to nothing
     */
    void want(BooleanSupplier isOpen) {
        demand.add(isOpen);
        startOnce();
    }

    private void startOnce() {
        if (mayStart() && started.compareAndSet(false, true)) {
            thread.run(this::start, 0);
        }
    }

    /** What is not there will not come. Anything else that made it fail may be over. */
    private boolean mayStart() {
        Throwable last = failure;
        return last == null || !(last instanceof LinkageError) && System.nanoTime() - failedAtNanos > idleNanos;
    }

    /** Whether it was begun in vain, and not again since. */
    boolean hasFailed() {
        return failure != null;
    }

    /** What listens; null if nothing does yet, or any more. */
    @Nullable
    S stream() {
        return stream;
    }

    /** {@link System#nanoTime()} since when it does; for tasks that come later. */
    long openSinceNanos() {
        return openSinceNanos;
    }

    /**
     * Does something when all is heard of what has happened by now, or when nothing more will be.
     *
     * @param task is told whether all is heard; called on a thread of ours, which it must not block
     * @return false if too many wait for that already
     */
    boolean later(Consumer<Boolean> task) {
        demand.add();
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            log.warn("So many requests want to be told what the JVM knows that some traces say nothing of it");
            return false;
        }
        thread.run(this::tick, MARGIN_MILLIS);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MARGIN_MILLIS);
        thread.run(() -> whenHeard(until, task), DELAY_MILLIS);
        return true;
    }

    /** Has whoever listens do something when it has time, if anybody does. */
    void run(Consumer<S> task) {
        thread.run(
                () -> {
                    S present = stream;
                    if (present != null) {
                        task.accept(present);
                    }
                },
                0);
    }

    /** Listens anew, to what happens from now on. */
    void restart() {
        run(this::replace);
    }

    /** Has whoever listens know of the present thread, if anybody does. */
    void tick() {
        S present = stream;
        if (present != null) {
            present.threads().tick();
        }
    }

    private void whenHeard(long untilNanos, Consumer<Boolean> task) {
        S present = stream;
        boolean isOpen = present != null && !present.progress().hasEnded();
        boolean isHeard = present != null && isOpen && present.progress().isHeard(untilNanos);
        boolean isLate = System.nanoTime() - untilNanos > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        if (isOpen && !isHeard && !isLate) {
            thread.run(() -> whenHeard(untilNanos, task), AGAIN_MILLIS);
            return;
        }
        waiting.decrementAndGet();
        task.accept(isHeard);
        if (present != null) {
            present.threads().refill();
        }
    }

    private void start() {
        S opened = begin();
        openSinceNanos = System.nanoTime();
        stream = opened;
        thread.run(() -> check(opened), checkMillis);
    }

    private S begin() {
        try {
            S opened = opening.get();
            failure = null;
            return opened;
        } catch (Throwable fault) {
            failedAtNanos = System.nanoTime();
            failure = fault;
            started.set(false);
            throw fault;
        }
    }

    /** A recording that others have stopped is followed by another. */
    private void check(S opened) {
        if (stream != opened) {
            return;
        }
        boolean hasEnded = opened.progress().hasEnded();
        if (!hasEnded && !demand.isOver()) {
            thread.run(() -> check(opened), checkMillis);
            opened.check();
            return;
        }
        if (hasEnded) {
            log.warn(
                    "Somebody has stopped the profiler's recording of the JVM's flight recorder, of which it begins another");
        }
        replace(opened);
    }

    private void replace(S opened) {
        stop(opened);
        started.set(false);
        if (!demand.isOver()) {
            startOnce();
        }
    }

    private void stop(S opened) {
        stream = null;
        closed.run();
        try {
            opened.close();
        } catch (Throwable fault) {
            log.warn("The JVM's flight recorder goes on listening", fault);
        }
    }
}
