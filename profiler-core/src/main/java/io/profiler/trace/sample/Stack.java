// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.ArrayList;
import java.util.List;

/** The calls that were open on a thread, the outermost first. */
public final class Stack {

    /** Readers need not bear with recursion that is deeper. */
    private static final int MOST_VISIBLE = 512;

    private final FrameTable table;
    private final int[] frames;

    Stack(FrameTable table, int[] frames) {
        this.table = table;
        this.frames = frames;
    }

    FrameTable table() {
        return table;
    }

    /** What a reader wants to see of it; the topmost call in any case. */
    List<Integer> visible(int from) {
        List<Integer> visible = new ArrayList<>();
        for (int i = from; i < frames.length; i++) {
            if (i == frames.length - 1 || !isNoise(i)) {
                visible.add(frames[i]);
            }
        }
        return visible.subList(Math.max(0, visible.size() - MOST_VISIBLE), visible.size());
    }

    /**
     * {@return whether a method was on any stack of the request}
     *
     * @param className its class
     * @param methodName its name
     */
    public boolean isKnown(String className, String methodName) {
        return table.has(className, methodName);
    }

    /** {@return how many calls} */
    public int depth() {
        return frames.length;
    }

    /**
     * {@return a method, {@code package.Class.method}}
     *
     * @param index from 0
     */
    public String name(int index) {
        return table.frame(frames[index]).name();
    }

    /**
     * {@return whether a call is one of a proxy, of reflection, or of the profiler}
     *
     * @param index from 0
     */
    public boolean isNoise(int index) {
        return table.frame(frames[index]).isNoise();
    }
}
