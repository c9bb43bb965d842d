// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.flight.Flight;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request that is recorded though nobody asked for it, from its first dispatch to its end. */
final class RecordedRequest extends EndingRequest {

    private final Flight flight;
    private final ProfiledScope scope;
    private final HttpServletRequest request;
    private final RequestOutcome outcome;
    private final long beganNanos;
    private final RequestKeeping keeping;
    private final AtomicBoolean ended = new AtomicBoolean();

    RecordedRequest(
            Flight flight,
            ProfiledScope scope,
            HttpServletRequest request,
            RequestOutcome outcome,
            long beganNanos,
            RequestKeeping keeping) {
        this.flight = flight;
        this.scope = scope;
        this.request = request;
        this.outcome = outcome;
        this.beganNanos = beganNanos;
        this.keeping = keeping;
    }

    ProfiledScope scope() {
        return scope;
    }

    boolean isHeld() {
        return flight.isHeld();
    }

    /** Sees to it that somebody ends the request that leaves the filter. The thread is given back whatever fails. */
    void leave(ServletRequest dispatched, ProfiledScope left) {
        left.close();
        try {
            outcome.dispatched(dispatched);
            Innermost.of(dispatched).setAttribute(ATTRIBUTE, this);
            if (dispatched.isAsyncStarted()) {
                goOnLater(dispatched);
            } else if (!outcome.isToldLater()) {
                end(System.nanoTime());
            }
        } catch (Throwable fault) {
            Guard.report(fault);
            flight.forget();
        }
    }

    /** A stream that is open for hours is none that anybody waits for. */
    private void goOnLater(ServletRequest dispatched) {
        if (ExpectedToLast.isLasting(outcome.response())) {
            flight.forget();
        } else {
            flight.giveWay();
        }
        if (flight.isHeld()) {
            endWhenComplete(dispatched);
        }
    }

    /** Its client is told nothing. */
    @Override
    void tell() {}

    @Override
    void fail(Throwable error) {
        outcome.fail(error);
    }

    @Override
    void end(long nanoTime) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            if (flight.isHeld()) {
                keeping.ended(flight, request, outcome, beganNanos, nanoTime);
            }
        } finally {
            flight.forget();
        }
    }
}
