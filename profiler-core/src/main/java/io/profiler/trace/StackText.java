// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where errors were thrown, as a JVM prints it, but short: of the frames of libraries only those right at the throw, of the
 * others how many there are; and bounded. Not thread-safe.
 */
final class StackText {

    private static final int MAX_LENGTH = 8_000;
    private static final int LONGEST_NAME = 300;
    private static final int MOST_FRAMES = 40;
    private static final int FRAMES_AT_THE_THROW = 3;

    private final BoundedText text = new BoundedText(MAX_LENGTH, Long.MAX_VALUE);
    private StackTraceElement[] outer = {};
    private int folded;

    private StackText() {}

    /** The errors of a chain, each the cause of the one before. */
    static String of(List<Throwable> chain, ArgumentCapture capture) {
        StackText text = new StackText().thrown(chain.get(0));
        for (Throwable cause : chain.subList(1, chain.size())) {
            text.causedBy(cause, capture.message(cause));
        }
        return text.toString();
    }

    /** The error itself, whose type and message stand elsewhere. */
    private StackText thrown(Throwable error) {
        return frames(error.getStackTrace());
    }

    private StackText causedBy(Throwable cause, @Nullable String message) {
        line("Caused by: " + name(cause.getClass().getName()) + (message == null ? "" : ": " + message));
        return frames(cause.getStackTrace());
    }

    private StackText frames(StackTraceElement[] frames) {
        int own = frames.length - common(frames, outer);
        int shown = 0;
        boolean atTheThrow = true;
        int next = 0;
        while (next < own && shown < MOST_FRAMES && !text.isFull()) {
            StackTraceElement frame = frames[next++];
            boolean ofLibrary = LibraryFrames.isOne(frame.getClassName());
            atTheThrow = atTheThrow && ofLibrary;
            if (ofLibrary && !(atTheThrow && shown < FRAMES_AT_THE_THROW)) {
                folded++;
            } else {
                unfold();
                line("at " + described(frame));
                shown++;
            }
        }
        unfold();
        if (next < frames.length) {
            line("… " + (frames.length - next) + " more frames");
        }
        outer = frames;
        return this;
    }

    /** How many frames two stacks have below the calls in which they differ. */
    private static int common(StackTraceElement[] frames, StackTraceElement[] others) {
        int same = 0;
        int most = Math.min(frames.length, others.length);
        while (same < most && frames[frames.length - 1 - same].equals(others[others.length - 1 - same])) {
            same++;
        }
        return same;
    }

    private void unfold() {
        if (folded > 0) {
            line("… " + folded + " frames of libraries");
            folded = 0;
        }
    }

    private static String described(StackTraceElement frame) {
        String place = frame.getFileName() == null ? "Unknown Source" : name(frame.getFileName());
        return name(frame.getClassName())
                + '.'
                + name(frame.getMethodName())
                + '('
                + place
                + (frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber())
                + ')';
    }

    private static String name(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + BoundedText.CUT;
    }

    private void line(String line) {
        text.add(text.length() == 0 ? "" : "\n").add(line);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
