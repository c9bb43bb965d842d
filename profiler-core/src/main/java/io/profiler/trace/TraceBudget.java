// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/** What this service may still record of one trace, over all its requests. Thread-safe. */
final class TraceBudget {

    private final Allotment spans;
    private final Allotment text;
    private final int infoLength;

    TraceBudget(TraceLimits limits) {
        this.spans = new Allotment(limits.spansPerTrace());
        this.text = new Allotment(limits.traceLength());
        this.infoLength = limits.infoLength();
    }

    boolean isSpent() {
        return spans.left() <= 0;
    }

    Allotment spans() {
        return spans;
    }

    /** Characters of what is said of spans. */
    Allotment text() {
        return text;
    }

    /** How many of them one span may have. */
    int infoLength() {
        return infoLength;
    }
}
