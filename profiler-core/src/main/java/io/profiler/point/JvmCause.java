// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import java.util.Locale;

/**
 * What a thread, or the whole JVM, spent time on: {@code cause} of what a {@link JvmReport} tells.
 *
 * @since 0.1
 */
public enum JvmCause {
    /** Waited for a monitor, or for a lock of {@code java.util.concurrent}. */
    LOCK,
    /** Waited for something else that another thread does: a queue, a future, a condition. */
    QUEUE,
    /** Slept. */
    SLEEP,
    /** Read from a socket or wrote to one. */
    SOCKET,
    /** Read from a file, wrote to one or forced it. */
    FILE,
    /** Loaded a class. */
    CLASS,
    /** All threads stood still, for the garbage collector. */
    GC,
    /** All threads stood still, for something else. */
    SAFEPOINT;

    /** {@return the cause as a trace tells it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether it is about all threads} */
    public boolean isOfAllThreads() {
        return this == GC || this == SAFEPOINT;
    }
}
