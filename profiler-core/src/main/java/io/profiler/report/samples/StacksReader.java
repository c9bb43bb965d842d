// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code stacks}: {@code 0(1(2=5r,1l 3=2n) 4=1r)} is a forest of numbers of frames, with how often each was the
 * innermost one. Whatever else stands there is passed over. Without recursion, because texts may be nested as deep as they
 * are long. Used once.
 */
final class StacksReader {

    private static final String UNNAMED = "?";

    private final TextCursor text;
    private final List<?> frames;
    private final ForestDraft forest;
    private final int[] above = new int[Room.MOST_DEPTH];
    private final List<Integer> leaves = new ArrayList<>();
    private int depth;
    private int last = Call.NONE;

    StacksReader(String text, List<?> frames, ForestDraft forest) {
        this.text = new TextCursor(text);
        this.frames = frames;
        this.forest = forest;
    }

    /** The numbers that the forest gave to the leaves, in the order in which they are written. */
    List<Integer> read() {
        while (text.hasMore()) {
            if (text.isAtNumber()) {
                last = readCall(text.number());
            } else {
                read(text.next());
            }
        }
        return leaves;
    }

    private int readCall(int frame) {
        return depth < Room.MOST_DEPTH
                ? forest.call(caller(), method(frame))
                : forest.call(above[Room.MOST_DEPTH - 1], Call.DEEPER);
    }

    private int caller() {
        return depth == 0 ? Call.NONE : above[depth - 1];
    }

    private String method(int frame) {
        return frame >= 0 && frame < frames.size() && frames.get(frame) instanceof String method ? method : UNNAMED;
    }

    private void read(char sign) {
        switch (sign) {
            case '=' -> readLeaves();
            case '(' -> enter();
            case ')' -> leave();
            default -> {}
        }
    }

    private void readLeaves() {
        do {
            int count = text.number();
            LookKind kind = text.hasMore() ? LookKind.of(text.next()) : LookKind.UNKNOWN;
            leaves.add(forest.leaf(last, count, kind));
        } while (text.skip(','));
    }

    private void enter() {
        if (depth < Room.MOST_DEPTH) {
            above[depth] = last == Call.NONE ? caller() : last;
        }
        depth++;
        last = Call.NONE;
    }

    private void leave() {
        depth = Math.max(0, depth - 1);
        last = Call.NONE;
    }
}
