// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

/**
 * A call of a method, whatever called it.
 *
 * @param function {@code package.Class.method}
 * @param threadId of the thread that it was made on
 * @param startNanos {@link System#nanoTime()} when it began, to a microsecond
 * @param nanos how long it took
 */
public record MethodCall(String function, long threadId, long startNanos, long nanos) {

    /** {@return {@link System#nanoTime()} when it was over} */
    public long endNanos() {
        return startNanos + nanos;
    }
}
