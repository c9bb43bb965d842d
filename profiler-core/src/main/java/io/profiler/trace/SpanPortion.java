// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/** Spans that one thread may begin, taken from those of its trace in portions. Not thread-safe. */
final class SpanPortion {

    private final ActiveTrace trace;

    private int taken;
    private int left;

    SpanPortion(ActiveTrace trace) {
        this.trace = trace;
    }

    /** Takes some more if none is left. Whether there is one then; if there is none, a span is left out. */
    boolean provide() {
        return left > 0 || takeNext();
    }

    private boolean takeNext() {
        left = trace.allowance.takePortion();
        taken += left;
        if (left == 0) {
            trace.dropOverLimit();
        }
        return left > 0;
    }

    /** One that was provided begins. */
    void use() {
        left--;
    }

    /** Tells the trace how many began, and leaves the rest to other threads. */
    void giveBack() {
        trace.ledger.began(taken - left);
        trace.allowance.giveBack(left);
        taken = 0;
        left = 0;
    }
}
