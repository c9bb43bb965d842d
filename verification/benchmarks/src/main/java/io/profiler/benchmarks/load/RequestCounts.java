// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.load;

/** How many requests one client sent. Belongs to its thread. */
public final class RequestCounts {

    private final long endNanos;
    private long answered;
    private long answeredInTime;

    public RequestCounts(long endNanos) {
        this.endNanos = endNanos;
    }

    public boolean isOver() {
        return System.nanoTime() >= endNanos;
    }

    /** Counts an answer that has just arrived, and returns it. */
    public <T> T add(T answer) {
        answered++;
        if (!isOver()) {
            answeredInTime++;
        }
        return answer;
    }

    long answered() {
        return answered;
    }

    /** Those whose answer came while time was measured. */
    long answeredInTime() {
        return answeredInTime;
    }
}
