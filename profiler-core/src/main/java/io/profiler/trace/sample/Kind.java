// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

/** What a thread was busy with, or waited for, when it was looked at. */
public enum Kind {
    /** It worked. */
    RUNNING('r'),
    /** It waited for a monitor, or for a lock of java.util.concurrent. */
    LOCK('l'),
    /** It waited for a socket, or worked in one. */
    SOCKET('n'),
    /** It waited for a file, or worked in one. */
    FILE('f'),
    /** It slept. */
    SLEEP('z'),
    /** It waited for a queue, a future, a latch, or for nothing in particular. */
    QUEUE('q'),
    /** It was in the driver of a database, whatever it did there. */
    DRIVER('d'),
    /** It loaded a class, or linked a lambda. */
    LOADING('c'),
    /** It was in native code of a library. */
    UNKNOWN('u');

    private final char letter;

    Kind(char letter) {
        this.letter = letter;
    }

    /** {@return how texts write it} */
    public char letter() {
        return letter;
    }
}
