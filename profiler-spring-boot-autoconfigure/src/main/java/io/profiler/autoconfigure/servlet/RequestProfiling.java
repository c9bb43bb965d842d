// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.admission.Admission;
import io.profiler.admission.Admitted;
import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.Unrecorded;
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
    private final Admission admission;
    private final Profiler profiler;
    private final RequestSpans spans;
    private final RequestEnds ends;

    RequestProfiling(
            RequestTraces traces, Admission admission, Profiler profiler, RequestSpans spans, RequestEnds ends) {
        this.traces = traces;
        this.admission = admission;
        this.profiler = profiler;
        this.spans = spans;
        this.ends = ends;
    }

    /** Opens a trace, if the headers of a new request ask for one. */
    @Nullable
    ProfiledDispatch open(HttpServletRequest request, HttpServletResponse response) {
        TraceContext context = traces.askedFor(request);
        Admitted admitted = context == null ? null : admission.admit(context);
        return context == null || admitted == null ? null : open(context, admitted, request, response);
    }

    /** Where nothing can tell of the end, nothing is admitted, and the thread is nobody's. */
    private @Nullable ProfiledDispatch open(
            TraceContext context, Admitted admitted, HttpServletRequest request, HttpServletResponse response) {
        ProfiledScope scope = ProfiledScope.NOOP;
        try {
            scope = profiler.open(context);
            return Unrecorded.is(scope, admitted) ? null : begin(context, admitted, scope, request, response);
        } catch (Throwable fault) {
            scope.close();
            scope.end();
            admitted.profilerFailed();
            throw fault;
        }
    }

    private ProfiledDispatch begin(
            TraceContext context,
            Admitted admitted,
            ProfiledScope scope,
            HttpServletRequest request,
            HttpServletResponse response) {
        String link = Guard.call(() -> traces.link(context.baseId(), request));
        Runnable whenEnded = traces.whenEnded(context, admitted);
        return begin(new Begun(context.baseId(), link, scope, whenEnded), request, response);
    }

    /**
     * A trace that is open.
     *
     * @param link where it can be seen, null if nowhere
     */
    private record Begun(String traceId, @Nullable String link, ProfiledScope scope, Runnable whenEnded) {}

    private ProfiledDispatch begin(Begun begun, HttpServletRequest request, HttpServletResponse response) {
        long nanoTime = System.nanoTime();
        RequestOutcome outcome = new RequestOutcome(response, ends.willTell(request));
        outcome.phases().begin(RequestPhase.PROFILER, nanoTime);
        SpanTimes times = Guard.call(SpanTimes::watch);
        String vary = RequestTraces.vary(request);
        Receipt receipt = new Receipt(begun.traceId(), begun.link(), vary, times == null ? SpanTimes.NONE : times);
        Span started = Guard.call(() -> spans.start(request, nanoTime));
        Span span = started == null ? Span.NOOP : started;
        if (span == Span.NOOP) {
            begun.scope().endsLater();
        }
        ProfiledRequest profiled = new ProfiledRequest(receipt, begun.scope(), span, spans, outcome, begun.whenEnded());
        Guard.run(() -> profiled.mark(request));
        outcome.phases().enter(RequestPhase.FILTERS);
        return new ProfiledDispatch(profiled, request, new ReceiptResponse(response, receipt), begun.scope());
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
