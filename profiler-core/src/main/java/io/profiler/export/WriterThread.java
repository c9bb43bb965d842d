// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.BackgroundThread;
import java.util.concurrent.TimeUnit;

/** A writer's thread, which goes on until it is done, or has taken too long for whoever waits for that. */
final class WriterThread {

    /** More than a file needs for what may wait. */
    private static final long MILLIS_TO_KEEP = 2_000;

    private final boolean mayKeep;
    private final Thread thread;
    private volatile boolean gaveUp;

    /** @param mayKeep whether there is a file for what is left at the end */
    WriterThread(Runnable work, boolean mayKeep) {
        this.mayKeep = mayKeep;
        this.thread = BackgroundThread.of(work, "profiler-writer");
    }

    Thread thread() {
        return thread;
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Nothing but {@link #awaitEnd} ends the writing: an interrupt may be a store's, or anybody's. */
    boolean mayGoOn() {
        Thread.interrupted();
        return !gaveUp;
    }

    /** Waits until everything is stored, or gives up; to write what is left into the file takes a moment more. */
    void awaitEnd(long deadlineNanos) {
        await(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime())));
        gaveUp = true;
        thread.interrupt();
        if (mayKeep) {
            await(MILLIS_TO_KEEP);
        }
    }

    private void await(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
