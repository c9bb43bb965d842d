// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.Arrays;

/** Stacks that begin alike, kept once: each call knows who made it. Not thread-safe. */
final class CallTree {

    static final int NOWHERE = -1;

    private static final int MOST_NODES = 1 << 16;
    private static final int FIRST_NODES = 256;

    private int[] frames = new int[FIRST_NODES];
    private int[] parents = new int[FIRST_NODES];
    private int[] firstChildren = new int[FIRST_NODES];
    private int[] nextSiblings = new int[FIRST_NODES];
    private int firstRoot = NOWHERE;
    private int size;

    /** The call of a method from another call, or from nowhere; {@link #NOWHERE} if there is no room for a new one. */
    int call(int caller, int frame) {
        int first = caller == NOWHERE ? firstRoot : firstChildren[caller];
        for (int known = first; known != NOWHERE; known = nextSiblings[known]) {
            if (frames[known] == frame) {
                return known;
            }
        }
        return size == MOST_NODES ? NOWHERE : add(caller, frame, first);
    }

    private int add(int caller, int frame, int sibling) {
        if (size == frames.length) {
            grow();
        }
        int node = size++;
        frames[node] = frame;
        parents[node] = caller;
        nextSiblings[node] = sibling;
        firstChildren[node] = NOWHERE;
        if (caller == NOWHERE) {
            firstRoot = node;
        } else {
            firstChildren[caller] = node;
        }
        return node;
    }

    private void grow() {
        int capacity = 4 * size;
        frames = Arrays.copyOf(frames, capacity);
        parents = Arrays.copyOf(parents, capacity);
        firstChildren = Arrays.copyOf(firstChildren, capacity);
        nextSiblings = Arrays.copyOf(nextSiblings, capacity);
    }

    /** The methods on a stack, the outermost first. */
    int[] path(int leaf) {
        int depth = 0;
        for (int node = leaf; node != NOWHERE; node = parents[node]) {
            depth++;
        }
        int[] path = new int[depth];
        for (int node = leaf; node != NOWHERE; node = parents[node]) {
            path[--depth] = frames[node];
        }
        return path;
    }
}
