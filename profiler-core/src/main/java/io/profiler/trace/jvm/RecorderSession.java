// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.internal.OccasionalLog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final Supplier<S> opening;
    private final Runnable closed;
    private final long idleNanos;
    private final long checkMillis;
    private final RecorderThread thread;
    private final HeardTasks heard;
    private final AtomicBoolean started = new AtomicBoolean();
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
        this.heard = new HeardTasks(thread, this::stream, this::tick);
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
        return heard.add(task);
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
