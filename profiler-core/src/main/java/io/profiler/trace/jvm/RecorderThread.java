// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.internal.BackgroundThread;
import io.profiler.internal.OccasionalLog;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Does what has to do with the flight recorder on a thread that is there while it is needed. Thread-safe; never throws. */
final class RecorderThread {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(JvmEvents.class));

    private final ScheduledThreadPoolExecutor thread;

    /** Has no thread yet. */
    RecorderThread(String name) {
        thread = new ScheduledThreadPoolExecutor(1, task -> BackgroundThread.of(task, name));
        thread.setKeepAliveTime(1, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /** One task after the other. */
    void run(Runnable task, long delayMillis) {
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
