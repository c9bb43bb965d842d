// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.trace.flight.Flight;
import io.profiler.trace.flight.Keeping;
import io.profiler.trace.flight.KeptBecause;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Keeps recorded requests that are worth it, and describes only these. */
final class RequestKeeping {

    private static final int FIRST_FAULT_OF_SERVER = 500;
    private static final int MEANT_TO_LAST = -1;

    private final Keeping keeping;
    private final RequestSpans spans;

    RequestKeeping(Keeping keeping, RequestSpans spans) {
        this.keeping = keeping;
        this.spans = spans;
    }

    /** A request has ended. */
    void ended(Flight flight, HttpServletRequest request, RequestOutcome outcome, long beganNanos, long endedNanos) {
        long tookNanos = ExpectedToLast.isLasting(outcome.response()) ? MEANT_TO_LAST : endedNanos - beganNanos;
        KeptBecause because = keeping.because(outcome.route(), tookNanos, hasFailed(outcome));
        if (because != null) {
            Map<String, Object> start = spans.describe(flight.traceId(), request, beganNanos);
            Map<String, Object> stop = spans.end(outcome);
            stop.put("kept", because.tag());
            flight.keep(endedNanos, start, RequestSpans.thrown(outcome), stop);
        }
    }

    private static boolean hasFailed(RequestOutcome outcome) {
        Integer status = outcome.status();
        return outcome.error() != null || status != null && status >= FIRST_FAULT_OF_SERVER;
    }
}
