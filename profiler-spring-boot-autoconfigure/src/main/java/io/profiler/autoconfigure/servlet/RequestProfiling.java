// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.SpanTimes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Decides which requests are profiled, and finds those again that are. */
final class RequestProfiling {

    private final RequestTraces traces;
    private final Profiler profiler;
    private final RequestSpans spans;
    private final RequestEnds ends;

    RequestProfiling(RequestTraces traces, Profiler profiler, RequestSpans spans, RequestEnds ends) {
        this.traces = traces;
        this.profiler = profiler;
        this.spans = spans;
        this.ends = ends;
    }

    /** Opens a trace, if the headers of a new request ask for one. */
    @Nullable
    ProfiledDispatch open(HttpServletRequest request, HttpServletResponse response) {
        TraceContext context = traces.askedFor(request);
        return context == null ? null : open(context, request, response);
    }

    /** Nothing after the scope is open may throw: the thread would stay profiled. */
    private ProfiledDispatch open(TraceContext context, HttpServletRequest request, HttpServletResponse response) {
        RequestOutcome outcome = new RequestOutcome(response, ends.willTell(request));
        String link = traces.link(context.baseId(), request);
        ProfiledScope scope = profiler.open(context);
        SpanTimes times = Guard.call(SpanTimes::watch);
        Receipt receipt = new Receipt(context.baseId(), link, times == null ? SpanTimes.NONE : times);
        Span span = Guard.call(() -> spans.start(request));
        ProfiledRequest profiled =
                new ProfiledRequest(receipt, scope, span == null ? Span.NOOP : span, spans, outcome, traces);
        Guard.run(() -> profiled.mark(request));
        return new ProfiledDispatch(profiled, request, new ReceiptResponse(response, receipt), scope);
    }

    /**
     * Goes on below the request's span, when the container, or a filter further out, dispatches the request again: for
     * an error page, or since an asynchronous request has its result. A forward from inside is still below it.
     */
    @Nullable
    ProfiledDispatch resume(HttpServletRequest request, HttpServletResponse response) {
        ProfiledRequest profiled = ProfiledRequest.of(request);
        return profiled == null || profiler.context().isPresent() ? null : profiled.resume(request, response);
    }
}
