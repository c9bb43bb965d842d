// SPDX-License-Identifier: Apache-2.0
package io.profiler.admission;

/**
 * A request that is profiled, until it is closed. Thread-safe.
 *
 * @since 0.1
 */
public final class Admitted implements AutoCloseable {

    private final Admission admission;
    private final String askedBy;
    private final long sinceNanos;

    Admitted(Admission admission, String askedBy, long sinceNanos) {
        this.admission = admission;
        this.askedBy = askedBy;
        this.sinceNanos = sinceNanos;
    }

    String askedBy() {
        return askedBy;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    /** The request is not recorded after all: as much of its trace is recorded as may be. */
    public void traceIsFull() {
        endUnprofiled(Refusal.SPANS_PER_TRACE);
    }

    /** The request is not recorded after all: the profiler failed. */
    public void profilerFailed() {
        endUnprofiled(Refusal.FAULT);
    }

    private void endUnprofiled(Refusal refusal) {
        close();
        admission.refuse(refusal);
    }

    /** The request has ended; does nothing the second time. */
    @Override
    public void close() {
        admission.closed(this);
    }
}
