// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.report.internal.text.ReadableDuration;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How long an answer is waited for and read, from when this was made. */
final class Deadline {

    private final @Nullable Duration time;
    private final long began = System.nanoTime();

    /**
     * @param time how long; null for as long as it takes
     */
    Deadline(@Nullable Duration time) {
        this.time = time;
    }

    boolean isNever() {
        return time == null;
    }

    /** What is left, zero or less if it is over. */
    long leftNanos() {
        return time == null ? Long.MAX_VALUE : time.toNanos() - (System.nanoTime() - began);
    }

    /** Does something when it is over, unless what this returns is cancelled before. */
    CompletableFuture<Void> then(Runnable end) {
        return isNever()
                ? new CompletableFuture<>()
                : CompletableFuture.runAsync(end, CompletableFuture.delayedExecutor(leftNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public String toString() {
        return time == null ? "ever" : new ReadableDuration("us").of(TimeUnit.NANOSECONDS.toMicros(time.toNanos()));
    }
}
