// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls below one span, or below no span that is known: where each look ended, and as what. Not thread-safe. */
final class Calls {

    private final Node root = new Node(NO_FRAME);
    private final List<Look> looks = new ArrayList<>();

    private static final int NO_FRAME = -1;

    /** A call, with what it called and how often looks ended in it. */
    static final class Node {

        final int frame;
        final Map<Integer, Node> callees = new LinkedHashMap<>();
        final Map<Kind, Leaf> leaves = new EnumMap<>(Kind.class);

        /** Looks in it and in what it called. */
        int looks;

        Node(int frame) {
            this.frame = frame;
        }

        /** Counts what it called more rarely than that as its own. */
        void takeOver(int leastLooks) {
            callees.values().removeIf(callee -> {
                boolean isRare = callee.looks < leastLooks;
                if (isRare) {
                    callee.giveTo(this);
                }
                return isRare;
            });
        }

        private void moveTo(Node other) {
            other.looks += looks;
            leaves.forEach((kind, leaf) -> leaf.giveTo(other.leaves.computeIfAbsent(kind, missing -> new Leaf())));
            callees.values().forEach(callee -> callee.moveTo(other.callees.computeIfAbsent(callee.frame, Node::new)));
        }

        private void giveTo(Node caller) {
            leaves.forEach((kind, leaf) -> leaf.giveTo(caller.leaves.computeIfAbsent(kind, missing -> new Leaf())));
            callees.values().forEach(callee -> callee.giveTo(caller));
        }
    }

    /** Looks that ended in a call as one kind. */
    static final class Leaf {

        int looks;

        private int number;
        private @Nullable Leaf caller;

        private void giveTo(Leaf other) {
            other.looks += looks;
            caller = other;
        }

        void number(int written) {
            number = written;
        }

        /** By which times refer to it, or to what has taken it over, once it is written; negative if it was left out. */
        int number() {
            Leaf told = this;
            for (Leaf next = told.caller; next != null; next = told.caller) {
                told = next;
            }
            return told.number;
        }
    }

    /**
     * One look.
     *
     * @param tenths of a millisecond since the service opened the trace
     */
    record Look(Leaf leaf, long tenths) {}

    /**
     * @param frames the outermost first
     */
    void add(List<Integer> frames, Kind kind, long tenths) {
        Node node = root;
        node.looks++;
        for (int frame : frames) {
            node = node.callees.computeIfAbsent(frame, Node::new);
            node.looks++;
        }
        Leaf leaf = node.leaves.computeIfAbsent(kind, missing -> new Leaf());
        leaf.looks++;
        looks.add(new Look(leaf, tenths));
    }

    /** Puts all of its looks to those of others, and is of no use any more. */
    void moveTo(Calls others) {
        root.moveTo(others.root);
        others.looks.addAll(looks);
    }

    /** Looks in the order of time, if those of others have come to them. */
    void sort() {
        looks.sort(Comparator.comparingLong(Look::tenths));
    }

    Iterable<Node> outermost() {
        return root.callees.values();
    }

    int count() {
        return looks.size();
    }

    List<Look> looks() {
        return looks;
    }
}
