// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.propagation.HeaderVerdict;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens a trace for a request with headers that one of the keys has signed, and closes it when the request is done, on
 * whatever thread that is. Any other request costs one header look-up.
 */
@SuppressWarnings("try") // A scope is there for its closing, not to be referred to.
final class ProfilerFilter implements Filter {

    private static final String OPEN_REQUEST = OpenRequest.class.getName();
    private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,254}[\\x21-\\x7e])?");

    /** A request that is being profiled: where it goes on when it is dispatched again. */
    private record OpenRequest(ProfiledScope scope, Span span) {}

    private final HeaderVerifier verifier;
    private final Profiler profiler;
    private final RequestSpans spans;

    ProfilerFilter(HeaderVerifier verifier, Profiler profiler, RequestSpans spans) {
        this.verifier = verifier;
        this.profiler = profiler;
        this.spans = spans;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse) {
            doFilter(httpRequest, httpResponse, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            resume(request, response, chain);
            return;
        }
        TraceContext context = accepted(request);
        if (context == null) {
            chain.doFilter(request, response);
        } else {
            profile(context, request, response, chain);
        }
    }

    private @Nullable TraceContext accepted(HttpServletRequest request) {
        String info = request.getHeader(SignedHeaders.TRACE_INFO);
        if (info == null) {
            return null;
        }
        HeaderVerdict verdict = verifier.verify(info, request.getHeader(SignedHeaders.TRACE_HMAC));
        return verdict.context();
    }

    private void profile(
            TraceContext context, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (HEADER_TEXT.matcher(context.baseId()).matches()) {
            response.setHeader(SignedHeaders.TRACE_ID, context.baseId());
        }
        try (ProfiledScope scope = profiler.open(context)) {
            Span span = spans.start(request);
            request.setAttribute(OPEN_REQUEST, new OpenRequest(scope, span));
            try {
                chain.doFilter(request, response);
            } catch (Throwable error) {
                spans.fail(span, error);
                throw error;
            }
            stopWhenDone(span, request, response);
        }
    }

    private void stopWhenDone(Span span, HttpServletRequest request, HttpServletResponse response) {
        try {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new SpanAsyncListener(span, spans), request, response);
                return;
            }
        } catch (IllegalStateException completedMeanwhile) {
            // Another thread was faster: there is nothing left to wait for.
        }
        spans.stop(span, response);
    }

    /** Goes on below the request's span, when the container dispatches an asynchronous request again. */
    private void resume(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(OPEN_REQUEST) instanceof OpenRequest open) {
            try (ProfiledScope scope = open.scope().resume()) {
                chain.doFilter(request, response);
            } catch (Throwable error) {
                spans.fail(open.span(), error);
                throw error;
            }
        } else {
            chain.doFilter(request, response);
        }
    }
}
