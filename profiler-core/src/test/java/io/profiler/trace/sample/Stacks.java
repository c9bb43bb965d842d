// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.stream.Stream;

/** Stacks that nobody has seen. */
public final class Stacks {

    private Stacks() {}

    /**
     * @param frames {@code package.Class.method}, the outermost first
     */
    public static Stack of(String... frames) {
        FrameTable table = new FrameTable();
        return new Stack(
                table,
                Stream.of(frames)
                        .mapToInt(frame -> table.numberOf(element(frame)))
                        .toArray());
    }

    /** Of a request at whose threads nobody looks. */
    public static Looks noLooks() {
        return new Looks(1, 0);
    }

    static StackTraceElement element(String frame) {
        int dot = frame.lastIndexOf('.');
        return new StackTraceElement(frame.substring(0, dot), frame.substring(dot + 1), null, -1);
    }
}
