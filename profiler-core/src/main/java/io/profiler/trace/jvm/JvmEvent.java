// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.point.JvmCause;
import org.jspecify.annotations.Nullable;

/**
 * Something that took time in the JVM.
 *
 * @param cause what it was
 * @param threadId of the thread that it happened to; of no meaning if it happened to all
 * @param startNanos {@link System#nanoTime()} when it began
 * @param nanos how long it took
 * @param what class of the lock, name of the collection and the like, null if that is not told
 */
public record JvmEvent(
        JvmCause cause,
        long threadId,
        long startNanos,
        long nanos,
        @Nullable String what) {

    /** {@return {@link System#nanoTime()} when it was over} */
    public long endNanos() {
        return startNanos + nanos;
    }
}
