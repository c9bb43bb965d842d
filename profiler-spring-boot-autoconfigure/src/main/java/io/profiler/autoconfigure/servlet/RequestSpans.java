// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.RequestDescription;
import io.profiler.propagation.TraceParent;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** The span around a whole request. */
final class RequestSpans {

    private final Profiler profiler;
    private final boolean traced;
    private final RequestDescription description;

    RequestSpans(Profiler profiler, boolean traced, RequestDescription description) {
        this.profiler = profiler;
        this.traced = traced;
        this.description = description;
    }

    Span start(String baseId, HttpServletRequest request) {
        return traced ? profiler.start(RequestDescription.SPAN_NAME, describe(baseId, request)) : Span.NOOP;
    }

    private Map<String, Object> describe(String baseId, HttpServletRequest request) {
        return description.start(
                request.getMethod(),
                request.getScheme(),
                request.getRequestURI(),
                request.getQueryString(),
                RequestDescription.otherTrace(request.getHeader(TraceParent.HEADER), baseId));
    }

    void stop(Span span, RequestOutcome outcome) {
        Throwable error = outcome.error();
        Map<String, Object> end = end(outcome);
        if (error == null) {
            span.stop(end);
        } else {
            span.stop(unwrapped(error), end);
        }
    }

    private Map<String, Object> end(RequestOutcome outcome) {
        Map<String, Object> end = description.stop(outcome.route(), outcome.status());
        end.put("phases", outcome.phases().told());
        outcome.info().forEach((name, value) -> end.put(String.valueOf(name), value));
        return end;
    }

    /** The container wraps what the application threw, and unwraps it before it reports it: so do we. */
    private static Throwable unwrapped(Throwable error) {
        Throwable thrown = error instanceof ServletException wrapper ? wrapper.getRootCause() : null;
        return thrown == null ? error : thrown;
    }
}
