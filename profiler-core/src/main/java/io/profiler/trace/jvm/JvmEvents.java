// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.internal.OccasionalLog;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Listens to the JVM's flight recorder until a minute or two after a request that wants it began or ended, as it is slow to start:
 * of a longer one it may miss the rest, and says so. The first request that wants it starts it, on a thread of its own, and may be over before anything is heard. Where the recorder cannot be used, one
 * line in the log says so, and nothing is ever told. Thread-safe; blocks nobody, and never throws.
 */
public final class JvmEvents {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(JvmEvents.class));

    /** The recorder hands over once a second what happened in the second before. */
    private static final long DELAY_MILLIS = 2_500;

    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_EVENTS = 20_000;
    private static final int MOST_WAITING = 64;

    private final RecentEvents events = new RecentEvents(MOST_EVENTS);
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long wantedAtNanos;
    private long listeningSinceNanos;
    private @Nullable RecorderStream stream;

    /** Has no thread yet, and has not touched the recorder. */
    public JvmEvents() {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(null, task, "profiler-jvm-events", 0, false);
            made.setDaemon(true);
            return made;
        });
        thread.setKeepAliveTime(1, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /** Something is being profiled, of which one may want to be told. */
    public void want() {
        wantedAtNanos = System.nanoTime();
        if (started.compareAndSet(false, true)) {
            run(this::start, 0);
        }
    }

    /**
     * Tells what happened in a time that is just over, a few seconds later; nothing if too many wait for that already.
     *
     * @param fromNanos {@link System#nanoTime()} when it began
     * @param toNanos when it ended
     * @param listener called on a thread of ours, which it must not block
     */
    public void tell(long fromNanos, long toNanos, Consumer<Told> listener) {
        wantedAtNanos = System.nanoTime();
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return;
        }
        run(() -> tellNow(fromNanos, toNanos, listener), DELAY_MILLIS);
    }

    private void tellNow(long fromNanos, long toNanos, Consumer<Told> listener) {
        waiting.decrementAndGet();
        if (stream != null) {
            boolean whole = listeningSinceNanos - fromNanos < 0 && !events.isLostSince(fromNanos);
            listener.accept(new Told(events.during(fromNanos, toNanos), whole));
        }
    }

    private void start() {
        stream = new RecorderStream(events::add);
        listeningSinceNanos = System.nanoTime();
        run(this::stopIfIdle, TimeUnit.NANOSECONDS.toMillis(IDLE_NANOS));
    }

    private void stopIfIdle() {
        if (!isIdle()) {
            run(this::stopIfIdle, TimeUnit.NANOSECONDS.toMillis(IDLE_NANOS));
            return;
        }
        stop();
        started.set(false);
        if (!isIdle()) {
            want();
        }
    }

    private boolean isIdle() {
        return System.nanoTime() - wantedAtNanos > IDLE_NANOS;
    }

    private void stop() {
        RecorderStream present = stream;
        stream = null;
        events.clear();
        if (present != null) {
            present.close();
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
