// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Span;
import io.profiler.trace.SpanCounters;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** A request that is being profiled, from its first dispatch to its end. Its span is around all dispatches. */
final class ProfiledRequest extends EndingRequest {

    private final Receipt receipt;
    private final ProfiledScope scope;
    private final Span span;
    private final RequestSpans spans;
    private final RequestOutcome outcome;
    private final Runnable whenEnded;

    ProfiledRequest(
            Receipt receipt,
            ProfiledScope scope,
            Span span,
            RequestSpans spans,
            RequestOutcome outcome,
            Runnable whenEnded) {
        this.receipt = receipt;
        this.scope = scope;
        this.span = span;
        this.spans = spans;
        this.outcome = outcome;
        this.whenEnded = whenEnded;
    }

    /** What profiles a request; null if nothing does. */
    static @Nullable ProfiledRequest of(ServletRequest request) {
        return EndingRequest.of(request) instanceof ProfiledRequest profiled ? profiled : null;
    }

    /** Makes a request known as profiled. */
    void mark(ServletRequest request) {
        ServletRequest inner = Innermost.of(request);
        inner.setAttribute(ATTRIBUTE, this);
        inner.setAttribute(RequestPhases.ATTRIBUTE, outcome.phases());
    }

    ProfiledDispatch resume(HttpServletRequest request, HttpServletResponse response) {
        outcome.phases().enter(RequestPhase.FILTERS);
        SpanCounters.forget(span);
        ReceiptResponse told = new ReceiptResponse(response, receipt);
        ProfiledScope resumed = scope.resume();
        try {
            return new ProfiledDispatch(this, request, told, resumed);
        } catch (Throwable fault) {
            resumed.close();
            throw fault;
        }
    }

    @Override
    void fail(Throwable error) {
        outcome.fail(error);
    }

    /** Sees to it that somebody ends the request that leaves the filter. Applications may have cleared its attributes. */
    void leave(HttpServletRequest request) {
        long nanoTime = System.nanoTime();
        try {
            leave(request, nanoTime);
        } catch (Throwable fault) {
            end(nanoTime);
            throw fault;
        }
    }

    private void leave(HttpServletRequest request, long nanoTime) {
        outcome.phases().enter(RequestPhase.PROFILER);
        Guard.run(() -> mark(request));
        Guard.run(() -> outcome.dispatched(request));
        if (request.isAsyncStarted()) {
            outcome.phases().enter(RequestPhase.ASYNC);
            endWhenComplete(request);
        } else {
            Guard.run(() -> receipt.tellTimes(outcome.response()));
            outcome.phases().enter(RequestPhase.CONTAINER);
            SpanCounters.settle(span);
            if (!outcome.isToldLater()) {
                end(nanoTime);
            }
        }
    }

    /**
     * Ends the span, unless it has ended. Whatever fails on the way, the request is none of the open ones any more.
     *
     * @param nanoTime {@link System#nanoTime()} when the request did
     */
    @Override
    void end(long nanoTime) {
        try {
            spans.stop(span, outcome, nanoTime);
        } finally {
            close();
        }
    }

    private void close() {
        scope.end();
        try {
            receipt.close();
        } finally {
            whenEnded.run();
        }
    }

    /** Hands the caller the receipt once more: somebody may have taken it away, or added to it. */
    @Override
    void tell() {
        receipt.tellTimes(outcome.response());
    }
}
