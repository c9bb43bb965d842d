// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import io.profiler.internal.BackgroundThread;
import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.backend.FailureText;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has indexes made before anything is written, on a thread of its own: a client of the application's may wait for them without
 * end. A server that builds one over much data does so for longer than a call waits, and goes on when nobody does: then all
 * is written meanwhile, and it is looked again later. Thread-safe.
 */
final class IndexMaking {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final String NOT_MADE_YET =
            "Indexes are not made yet, and no trace point waits for them: " + FailureText.NO_ANSWER;

    private final Runnable making;
    private final OccasionalLog log;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private @Nullable CompletableFuture<Void> underway;
    private boolean done;
    private boolean postponed;
    private long postponedNanos;

    /**
     * @param making makes them, and throws what the store does if the server cannot be reached
     */
    IndexMaking(Runnable making, OccasionalLog log) {
        this(making, log, PATIENCE, System::nanoTime);
    }

    IndexMaking(Runnable making, OccasionalLog log, Duration patience, LongSupplier nanoTime) {
        this.making = making;
        this.log = log;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /**
     * Does nothing once they are there.
     *
     * @throws StoreUnavailableException if nothing can be written either
     */
    synchronized void ensure() {
        if (done || postponed && nanoTime.getAsLong() - postponedNanos < PAUSE_NANOS) {
            return;
        }
        CompletableFuture<Void> before = underway;
        if (before != null && !before.isDone()) {
            postpone(NOT_MADE_YET);
        } else if (before == null || before.isCompletedExceptionally()) {
            // A failure of long ago is no reason to write nothing now.
            make();
        } else {
            done = true;
        }
    }

    private void make() {
        CompletableFuture<Void> begun = CompletableFuture.runAsync(
                making, work -> BackgroundThread.of(work, "profiler-indexes").start());
        underway = begun;
        try {
            begun.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            done = true;
        } catch (TimeoutException late) {
            postpone(NOT_MADE_YET);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while indexes are made", e);
        } catch (ExecutionException failed) {
            postponeOrThrow(failed);
        }
    }

    private void postponeOrThrow(ExecutionException failed) {
        if (failed.getCause() instanceof StoreUnavailableException away) {
            if (!Causes.isLateAnswer(away)) {
                throw away;
            }
            postpone("Indexes are being built, and trace points stored meanwhile: " + away.getMessage());
        } else {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void postpone(String warning) {
        postponed = true;
        postponedNanos = nanoTime.getAsLong();
        log.warn(warning);
    }
}
