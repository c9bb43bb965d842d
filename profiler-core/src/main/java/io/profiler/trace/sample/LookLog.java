// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.Arrays;

/** The looks at a request, as small as they can be kept. Written to by the sampler, read by another thread. */
final class LookLog {

    /** Calls further out are as good as any beginning. */
    private static final int DEEPEST = 1_024;

    private static final int FIRST_CAPACITY = 32;

    private final int capacity;
    private final FrameTable table = new FrameTable();
    private final CallTree calls = new CallTree();
    private Look[] looks = new Look[FIRST_CAPACITY];
    private int size;
    private int withoutRoom;

    /**
     * One look.
     *
     * @param leaf the topmost call, in the tree
     */
    private record Look(Object key, long beforeNanos, long afterNanos, int leaf, Kind kind) {}

    LookLog(int capacity) {
        this.capacity = capacity;
    }

    /** False if there are as many as may be. */
    synchronized boolean add(Object key, long before, long after, StackTraceElement[] stack, Thread.State state) {
        if (size == capacity) {
            return false;
        }
        int[] frames = numbers(stack);
        int leaf = leaf(frames);
        if (leaf == CallTree.NOWHERE) {
            withoutRoom++;
            return true;
        }
        if (size == looks.length) {
            looks = Arrays.copyOf(looks, Math.min(capacity, 4 * size));
        }
        looks[size++] = new Look(key, before, after, leaf, Classification.of(state, table, frames));
        return true;
    }

    private int[] numbers(StackTraceElement[] stack) {
        int[] frames = new int[Math.min(DEEPEST, stack.length)];
        for (int i = 0; i < frames.length; i++) {
            frames[frames.length - 1 - i] = table.numberOf(stack[i]);
        }
        return frames;
    }

    private int leaf(int[] frames) {
        int call = CallTree.NOWHERE;
        for (int frame : frames) {
            call = calls.call(call, frame);
            if (call == CallTree.NOWHERE) {
                return call;
            }
        }
        return call;
    }

    synchronized int withoutRoom() {
        return withoutRoom;
    }

    /** Those that are there now. More may come meanwhile, which are not held up. */
    void read(LookReader reader) {
        int present = size();
        for (int i = 0; i < present; i++) {
            Look look = look(i);
            reader.look(look.key(), look.beforeNanos(), look.afterNanos(), stack(look), look.kind());
        }
    }

    private synchronized int size() {
        return size;
    }

    private synchronized Look look(int number) {
        return looks[number];
    }

    private synchronized Stack stack(Look look) {
        return new Stack(table, calls.path(look.leaf()));
    }
}
