// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The span around a whole request, in the shape of OSprofiler's WSGI middleware. */
final class RequestSpans {

    /** OSprofiler's tools take this name as the entry into a service. */
    private static final String NAME = "wsgi";

    private final Profiler profiler;
    private final boolean traced;
    private final ArgumentCapture capture;

    RequestSpans(Profiler profiler, boolean traced, ArgumentCapture capture) {
        this.profiler = profiler;
        this.traced = traced;
        this.capture = capture;
    }

    Span start(HttpServletRequest request) {
        return traced ? profiler.start(NAME, Map.of("request", describe(request))) : Span.NOOP;
    }

    void stop(Span span, RequestOutcome outcome) {
        Throwable error = outcome.error();
        Map<String, Object> response = response(outcome.status());
        if (error == null) {
            span.stop(response);
        } else {
            span.stop(unwrapped(error), response);
        }
    }

    private static Map<String, Object> response(@Nullable Integer status) {
        return status == null ? Map.of() : Map.of("response", Map.of("status", status));
    }

    /** The container wraps what the application threw, and unwraps it before it reports it: so do we. */
    private static Throwable unwrapped(Throwable error) {
        Throwable thrown = error instanceof ServletException wrapper ? wrapper.getRootCause() : null;
        return thrown == null ? error : thrown;
    }

    private Map<String, String> describe(HttpServletRequest request) {
        Map<String, String> description = new LinkedHashMap<>(8);
        description.put("path", capture.path(withoutParameters(request.getRequestURI())));
        description.put("query", query(request.getQueryString()));
        description.put("method", request.getMethod());
        description.put("scheme", request.getScheme());
        return description;
    }

    /** A path may carry the id of a session. */
    private static String withoutParameters(String path) {
        return path.indexOf(';') < 0 ? path : path.replaceAll(";[^/]*", "");
    }

    private String query(@Nullable String query) {
        return query == null ? "" : capture.query(query);
    }
}
