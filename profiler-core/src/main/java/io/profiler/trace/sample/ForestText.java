// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.Map;

/** Writes the calls below a span: {@code 0(1(2=5r,1l 3=2s) 4=1r)}. Leaves get their numbers in the order of writing. */
final class ForestText {

    private static final int LEFT_OUT = -1;

    private final StringBuilder text = new StringBuilder();
    private final UsedFrames frames;
    private final int leastLooks;
    private int leaves;
    private int told;

    /**
     * @param leastLooks calls that were seen more rarely count as their caller; left out are those without one
     */
    private ForestText(UsedFrames frames, int leastLooks) {
        this.frames = frames;
        this.leastLooks = leastLooks;
    }

    static ForestText of(Calls calls, UsedFrames frames, int leastLooks) {
        ForestText forest = new ForestText(frames, leastLooks);
        forest.nodes(calls.outermost());
        return forest;
    }

    private void nodes(Iterable<Calls.Node> nodes) {
        String gap = "";
        for (Calls.Node node : nodes) {
            if (node.looks >= leastLooks) {
                text.append(gap);
                node(node);
                gap = " ";
            } else {
                leaveOut(node);
            }
        }
    }

    private void node(Calls.Node node) {
        node.takeOver(leastLooks);
        text.append(frames.numberOf(node.frame));
        char gap = '=';
        for (Map.Entry<Kind, Calls.Leaf> leaf : node.leaves.entrySet()) {
            text.append(gap).append(leaf.getValue().looks).append(leaf.getKey().letter());
            leaf.getValue().number(leaves++);
            told += leaf.getValue().looks;
            gap = ',';
        }
        if (!node.callees.isEmpty()) {
            text.append('(');
            nodes(node.callees.values());
            text.append(')');
        }
    }

    private static void leaveOut(Calls.Node node) {
        node.leaves.values().forEach(leaf -> leaf.number(LEFT_OUT));
        node.callees.values().forEach(ForestText::leaveOut);
    }

    String text() {
        return text.toString();
    }

    /** How many looks it tells. */
    int told() {
        return told;
    }
}
