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

    private final OtherServlets others = new OtherServlets();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestPhases phases = phases(request);
        if (phases == null) {
            chain.doFilter(request, response);
            return;
        }
        Span servlet = Guard.call(() -> start(request));
        phases.enter(RequestPhase.MAPPING);
        if (servlet != null) {
            phases.called();
        }
        try {
            chain.doFilter(request, response);
            stop(servlet, null);
        } catch (Throwable error) {
            stop(servlet, error);
            throw error;
        } finally {
            if (servlet != null) {
                phases.returned();
            }
            phases.enter(RequestPhase.FILTERS);
        }
    }

    private @Nullable Span start(ServletRequest request) {
        TracedMethod servlet = others.of(request);
        return servlet == null ? null : servlet.start(NO_ARGUMENTS);
    }

    private static void stop(@Nullable Span servlet, @Nullable Throwable error) {
        if (servlet != null) {
            Guard.run(() -> {
                if (error == null) {
                    servlet.stop();
                } else {
                    servlet.stop(error);
                }
            });
        }
    }

    private static @Nullable RequestPhases phases(ServletRequest request) {
        return TracedMethod.isThreadAskedFor() ? RequestPhases.in(request.getAttribute(RequestPhases.ATTRIBUTE)) : null;
    }
}
