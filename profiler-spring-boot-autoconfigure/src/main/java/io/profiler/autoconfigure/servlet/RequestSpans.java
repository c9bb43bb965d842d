// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestDescription;
import io.profiler.propagation.TraceParent;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The span around a whole request. */
final class RequestSpans {

    private final boolean traced;
    private final RequestDescription description;

    RequestSpans(boolean traced, RequestDescription description) {
        this.traced = traced;
        this.description = description;
    }

    /** Starts the root of the present thread's request, where the thread goes on below it. */
    Span start(HttpServletRequest request, long nanoTime) {
        TracePosition top = traced ? TracePosition.current() : null;
        return top == null ? Span.NOOP : start(top, request, nanoTime);
    }

    private Span start(TracePosition top, HttpServletRequest request, long nanoTime) {
        Map<String, Object> info = describe(top.context().baseId(), request);
        description.addProcess(info, nanoTime, true);
        Span root = top.startedAt(RequestDescription.SPAN_NAME, info, nanoTime);
        TracePosition below = TracePosition.below(root);
        if (below != null) {
            TracePosition.set(below);
        }
        return root;
    }

    /** What the start of a request says that began before. */
    Map<String, Object> describe(String baseId, HttpServletRequest request, long beganNanos) {
        Map<String, Object> start = describe(baseId, request);
        description.addProcess(start, beganNanos, false);
        return start;
    }

    private Map<String, Object> describe(String baseId, HttpServletRequest request) {
        return description.start(
                request.getMethod(),
                request.getScheme(),
                request.getRequestURI(),
                request.getQueryString(),
                RequestDescription.otherTrace(request.getHeader(TraceParent.HEADER), baseId));
    }

    /** Nothing that is done for it here is part of the request. What the application's own objects say may throw. */
    void stop(Span span, RequestOutcome outcome, long nanoTime) {
        Map<String, Object> end = Guard.call(() -> end(outcome, nanoTime));
        span.stopAt(nanoTime, thrown(outcome), end == null ? Map.of() : end);
    }

    private Map<String, Object> end(RequestOutcome outcome, long nanoTime) {
        Map<String, Object> end = end(outcome);
        end.put("phases", outcome.phases().told(nanoTime));
        description.addProcess(end);
        return end;
    }

    /** What the end of a request says whose phases nobody has followed. */
    Map<String, Object> end(RequestOutcome outcome) {
        Map<String, Object> end = description.stop(outcome.route(), outcome.status());
        Guard.run(() -> outcome.info().forEach((name, value) -> end.put(String.valueOf(name), value)));
        return end;
    }

    /** What the application threw; null if it threw nothing. */
    static @Nullable Throwable thrown(RequestOutcome outcome) {
        Throwable error = outcome.error();
        Throwable thrown = error == null ? null : Guard.call(() -> unwrapped(error));
        return thrown == null ? error : thrown;
    }

    /** The container wraps what the application threw, and unwraps it before it reports it: so do we. */
    private static Throwable unwrapped(Throwable error) {
        Throwable thrown = error instanceof ServletException wrapper ? wrapper.getRootCause() : null;
        return thrown == null ? error : thrown;
    }
}
