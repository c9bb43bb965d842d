// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import java.util.List;

/**
 * What looks at one span found: the methods that called each other, and where the thread was. Immutable.
 *
 * @since 0.1
 */
public final class CallForest {

    /** Nothing was found. */
    public static final CallForest EMPTY = new CallForest(List.of(), List.of(), List.of(), LookedTime.ANY);

    private final List<Call> calls;
    private final List<Leaf> leaves;
    private final List<Look> looks;
    private final long count;
    private final long lookedMicros;

    CallForest(List<Call> calls, List<Leaf> leaves, List<Look> looks, LookedTime looked) {
        this.calls = List.copyOf(calls);
        this.leaves = List.copyOf(leaves);
        this.looks = List.copyOf(looks);
        this.count = leaves.stream().mapToLong(Leaf::looks).sum();
        this.lookedMicros = this.looks.size() < count ? looked.micros(count) : looked.micros(this.looks);
    }

    /** {@return the calls by number, each after its caller} */
    public List<Call> calls() {
        return calls;
    }

    /** {@return where looks found the thread, by number} */
    public List<Leaf> leaves() {
        return leaves;
    }

    /** {@return the looks of which the time is known, in its order; there may be fewer than {@link #count()}} */
    public List<Look> looks() {
        return looks;
    }

    /** {@return how many looks there are in all} */
    public long count() {
        return count;
    }

    /**
     * {@return how much of a time the looks stand for: not what was before the first and after the last of them, but a little}
     *
     * @param whole at least 0, in microseconds
     */
    public long told(long whole) {
        return Math.min(whole, lookedMicros);
    }

    /**
     * {@return a time, divided among the leaves in proportion to their looks and by their numbers} The parts add up to
     * what is {@link #told} of the whole; all are 0 if nobody looked.
     *
     * @param whole at least 0, in microseconds
     */
    public long[] divide(long whole) {
        long[] parts = new long[leaves.size()];
        long told = told(whole);
        long looksBefore = 0;
        for (int leaf = 0; leaf < parts.length; leaf++) {
            long looksAfter = looksBefore + leaves.get(leaf).looks();
            parts[leaf] = part(told, looksAfter) - part(told, looksBefore);
            looksBefore = looksAfter;
        }
        return parts;
    }

    /** {@return the methods in which the thread was found, where it was most often first} */
    public List<Hotspot> hotspots() {
        return Hotspots.of(List.of(this));
    }

    /**
     * {@return the method that a leaf is told by: the innermost one that is not of the JDK, or if all are, the innermost}
     *
     * @param leaf one of {@link #leaves()}
     */
    public String methodOf(Leaf leaf) {
        for (int call = leaf.call(); call != Call.NONE; call = calls.get(call).caller()) {
            if (!calls.get(call).isOfJdk()) {
                return calls.get(call).method();
            }
        }
        return calls.get(leaf.call()).method();
    }

    /**
     * {@return the part of something that some of the looks stand for}
     *
     * @param whole at least 0; of a time, what is {@link #told} of it
     * @param looks how many of them, from 0 to {@link #count()}
     */
    public long part(long whole, long looks) {
        return looks == count ? whole : Math.min(whole, (long) ((double) whole * looks / count));
    }
}
