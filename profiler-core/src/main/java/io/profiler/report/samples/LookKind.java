// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import org.jspecify.annotations.Nullable;

/**
 * What a thread did when it was looked at. Every output says it in these words.
 *
 * @since 0.1
 */
public enum LookKind {
    /** At work on a processor, or ready to be. */
    RUNNING('r', "running", "running"),
    /** In front of a monitor, or of a lock of {@code java.util.concurrent}. */
    LOCK('l', "lock", "waiting for a lock"),
    /** Reading from or writing to a connection. */
    SOCKET('n', "socket", "waiting for a socket"),
    /** Reading or writing a file. */
    FILE('f', "file", "reading or writing a file"),
    /** In {@code Thread.sleep}. */
    SLEEP('z', "sleep", "asleep"),
    /** Until another thread gives something: a queue, a future, a latch, a condition. */
    QUEUE('q', "queue", "waiting for another thread"),
    /** In the driver of a database. */
    DATABASE('d', "database", "in the driver of a database"),
    /** Loading or initialising a class. */
    CLASS_LOADING('c', "class loading", "loading classes"),
    /** What the sampler could not tell. */
    UNKNOWN('u', "unknown", "doing what is not known");

    private final char letter;
    private final String label;
    private final String words;

    LookKind(char letter, String label, String words) {
        this.letter = letter;
        this.label = label;
        this.words = words;
    }

    /** The kind that a letter of the record stands for. */
    static LookKind of(char letter) {
        for (LookKind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** {@return what it is called, in one or two words} */
    public String label() {
        return label;
    }

    /**
     * {@return what stands above a method in a stack where the thread did something else there than run, as in {@code [lock]};
     * null if it was running}
     */
    public @Nullable String frame() {
        return this == RUNNING ? null : "[" + label + "]";
    }

    /** {@return what the thread was doing, as the end of a sentence} */
    public String words() {
        return words;
    }
}
