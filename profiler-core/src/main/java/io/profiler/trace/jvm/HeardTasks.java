// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.internal.OccasionalLog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Tasks that wait until all is heard of what has happened by now, or nothing more will be. Thread-safe; blocks nobody. */
final class HeardTasks {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(JvmEvents.class));

    /** The recorder hands over once a second what happened in the second before. */
    private static final long DELAY_MILLIS = 2_500;

    /** How long a recorder is waited for that is later than that, as on a machine that has too much to do. */
    private static final long PATIENCE_MILLIS = 10_000;

    private static final long AGAIN_MILLIS = 250;

    /** An event of one thread may be handed over after one that another thread ended some milliseconds later, but not after this. */
    private static final long MARGIN_MILLIS = 100;

    private static final int MOST_WAITING = 1_024;

    private final RecorderThread thread;
    private final Supplier<? extends @Nullable ListeningStream> stream;
    private final Runnable tick;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param thread does them, one after the other
     * @param stream what listens at the moment; gives null if nothing does
     * @param tick has it know of the thread
     */
    HeardTasks(RecorderThread thread, Supplier<? extends @Nullable ListeningStream> stream, Runnable tick) {
        this.thread = thread;
        this.stream = stream;
        this.tick = tick;
    }

    /**
     * @param task is told whether all is heard
     * @return false if too many wait already
     */
    boolean add(Consumer<Boolean> task) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            log.warn("So many requests want to be told what the JVM knows that some traces say nothing of it");
            return false;
        }
        thread.run(tick, MARGIN_MILLIS);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MARGIN_MILLIS);
        thread.run(() -> whenHeard(until, task), DELAY_MILLIS);
        return true;
    }

    private void whenHeard(long untilNanos, Consumer<Boolean> task) {
        ListeningStream present = stream.get();
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
}
