// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The last filter, by which a profiled request knows when the others are done; it puts a span around a servlet that is none of
 * Spring MVC's. Any other request costs a look at its thread.
 */
final class InnerFilter implements Filter {

    private static final @Nullable Object[] NO_ARGUMENTS = {};

    private final KnownServlets servlets = new KnownServlets();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!TracedMethod.isThreadProfiled()) {
            chain.doFilter(request, response);
            return;
        }
        RequestPhases phases = RequestPhases.in(request.getAttribute(RequestPhases.ATTRIBUTE));
        Span servlet = Guard.call(() -> begin(request, phases));
        try {
            chain.doFilter(request, response);
        } catch (Throwable error) {
            end(servlet, phases, error);
            throw error;
        }
        end(servlet, phases, null);
    }

    /** What is kept without having been asked for has a span, but no phases. */
    private @Nullable Span begin(ServletRequest request, @Nullable RequestPhases phases) {
        KnownServlets.Known servlet = servlets.of(request);
        if (phases != null) {
            phases.enter(servlet.isOfSpringMvc() ? RequestPhase.MAPPING : RequestPhase.SERVLET);
        }
        if (servlet.span() == null) {
            return null;
        }
        Span span = servlet.span().start(NO_ARGUMENTS);
        if (phases != null) {
            phases.servletCalled();
        }
        return span;
    }

    /** The phase changes first: an error takes time to describe, which is no part of the servlet's. */
    private static void end(@Nullable Span servlet, @Nullable RequestPhases phases, @Nullable Throwable error) {
        if (phases != null) {
            if (servlet != null) {
                phases.servletReturned();
            }
            phases.enter(RequestPhase.FILTERS);
        }
        if (servlet != null) {
            Guard.run(() -> servlet.stop(error));
        }
    }
}
