// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.internal.OccasionalLog;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jdk.jfr.consumer.RecordingStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Has the flight recorder listened to while somebody wants it, and for a while after that, as it is slow to start: which a
 * thread of its own does. Thread-safe; blocks nobody, and never throws.
 *
 * @param <S> what listens
 */
final class RecorderSession<S extends AutoCloseable> {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(JvmEvents.class));

    /** The recorder hands over once a second what happened in the second before. */
    private static final long DELAY_MILLIS = 2_500;

    private static final int MOST_WAITING = 1_024;

    private final Supplier<S> opening;
    private final Runnable closed;
    private final long idleNanos;
    private final long checkMillis;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long wantedAtNanos;
    private long openSinceNanos;
    private volatile @Nullable S stream;

    /**
     * Has no thread yet, and has not touched the recorder.
     *
     * @param idleSeconds how long nobody has wanted it when it is closed
     * @param checkSeconds how often that is looked at
     * @param opening begins to listen
     * @param closed called when nobody listens any more
     */
    RecorderSession(String threadName, long idleSeconds, long checkSeconds, Supplier<S> opening, Runnable closed) {
        this.idleNanos = TimeUnit.SECONDS.toNanos(idleSeconds);
        this.checkMillis = TimeUnit.SECONDS.toMillis(checkSeconds);
        this.opening = opening;
        this.closed = closed;
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(null, task, threadName, 0, false);
            made.setDaemon(true);
            return made;
        });
        thread.setKeepAliveTime(1, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /** Something is being profiled, of which one may want to be told. */
    void want() {
        wantedAtNanos = System.nanoTime();
        if (started.compareAndSet(false, true)) {
            run(this::start, 0);
        }
    }

    /** Begins to listen; where that fails half way, the recorder would go on without anybody who listens. */
    static void start(RecordingStream stream) {
        try {
            stream.startAsync();
        } catch (Throwable fault) {
            stream.close();
            throw fault;
        }
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
     * Does something when all is heard of what has happened by now, if anything is.
     *
     * @param task called on a thread of ours, which it must not block
     * @return false if too many wait for that already
     */
    boolean later(Runnable task) {
        wantedAtNanos = System.nanoTime();
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            log.warn("So many requests want to be told what the JVM knows that some traces say nothing of it");
            return false;
        }
        run(
                () -> {
                    waiting.decrementAndGet();
                    task.run();
                },
                DELAY_MILLIS);
        return true;
    }

    private void start() {
        stream = opening.get();
        openSinceNanos = System.nanoTime();
        run(this::stopIfIdle, checkMillis);
    }

    private void stopIfIdle() {
        if (!isIdle()) {
            run(this::stopIfIdle, checkMillis);
            return;
        }
        stop();
        started.set(false);
        if (!isIdle()) {
            want();
        }
    }

    private boolean isIdle() {
        return System.nanoTime() - wantedAtNanos > idleNanos;
    }

    private void stop() {
        S present = stream;
        stream = null;
        closed.run();
        if (present != null) {
            close(present);
        }
    }

    private static void close(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Throwable fault) {
            log.warn("The JVM's flight recorder goes on listening", fault);
        }
    }

    private void run(Runnable task, long delayMillis) {
        try {
            thread.schedule(() -> guarded(task), delayMillis, TimeUnit.MILLISECONDS);
        } catch (OutOfMemoryError noMoreThreads) {
            log.warn("The JVM is not asked what it knows", noMoreThreads);
        }
    }

    /** A JVM may have no recorder, no room for its files, or a recorder in another's hands. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable fault) {
            log.warn("The JVM's flight recorder cannot be used; traces say nothing of what it knows", fault);
        }
    }
}
