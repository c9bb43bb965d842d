// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.point.JvmCause;
import io.profiler.report.samples.LookKind;

/**
 * What time went to. Every output calls it the same.
 *
 * @since 0.1
 */
public enum Cause {
    /** At work on a processor. */
    RUNNING("running", "at work on a processor"),
    /** Ready to run, while every processor was given to somebody else. */
    NO_PROCESSOR("waiting for a processor", "ready to run, without a processor to run on"),
    /** In front of a monitor, or of a lock of {@code java.util.concurrent}. */
    LOCK(LookKind.LOCK),
    /** Reading from or writing to a connection, or waiting for the answer to a request. */
    SOCKET(LookKind.SOCKET),
    /** In the driver of a database, or waiting for what the database says. */
    DATABASE(LookKind.DATABASE),
    /** Reading or writing a file. */
    FILE(LookKind.FILE),
    /** In {@code Thread.sleep}. */
    SLEEP(LookKind.SLEEP),
    /** Until another thread gives something: a queue, a future, a latch, a condition. */
    QUEUE(LookKind.QUEUE),
    /** All threads stood still, for the garbage collector. */
    GC("garbage collection", "stopped by the garbage collector"),
    /** All threads stood still, for something else that the JVM does. */
    SAFEPOINT("safepoints", "stopped by the JVM"),
    /** Loading or initialising a class. */
    CLASS_LOADING(LookKind.CLASS_LOADING),
    /** Nobody knows. */
    UNKNOWN(LookKind.UNKNOWN);

    private final String label;
    private final String words;

    Cause(String label, String words) {
        this.label = label;
        this.words = words;
    }

    Cause(LookKind kind) {
        this(kind.label(), kind.words());
    }

    /** What a look found. */
    static Cause of(LookKind kind) {
        return valueOf(kind.name());
    }

    /** What the JVM tells. */
    static Cause of(JvmCause told) {
        return told == JvmCause.CLASS ? CLASS_LOADING : valueOf(told.name());
    }

    /** {@return what it is called, in a few words} */
    public String label() {
        return label;
    }

    /** {@return what the thread was doing, as the end of a sentence} */
    public String words() {
        return words;
    }
}
