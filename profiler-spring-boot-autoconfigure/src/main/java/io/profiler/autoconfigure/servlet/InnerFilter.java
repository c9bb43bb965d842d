// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.trace.TracedMethod;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The last filter, by which a profiled request knows when the others are done. Any other costs a look at its thread. */
final class InnerFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestPhases phases = phases(request);
        if (phases == null) {
            chain.doFilter(request, response);
            return;
        }
        phases.enter(RequestPhase.SERVLET);
        try {
            chain.doFilter(request, response);
        } finally {
            phases.enter(RequestPhase.FILTERS);
        }
    }

    private static @Nullable RequestPhases phases(ServletRequest request) {
        return TracedMethod.isThreadAskedFor() ? RequestPhases.in(request.getAttribute(RequestPhases.ATTRIBUTE)) : null;
    }
}
