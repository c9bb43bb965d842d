// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.trace.Profiler;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The outermost filter: looks whether a thread is still profiled after each dispatch. */
final class ContextLeaks implements Filter {

    private final Profiler profiler;
    private final List<String> found = new CopyOnWriteArrayList<>();
    private final AtomicInteger dispatches = new AtomicInteger();

    ContextLeaks(Profiler profiler) {
        this.profiler = profiler;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            dispatches.incrementAndGet();
            if (profiler.context().isPresent()) {
                found.add(request.getDispatcherType() + " " + ((HttpServletRequest) request).getRequestURI());
            }
        }
    }

    List<String> found() {
        return found;
    }

    int dispatches() {
        return dispatches.get();
    }
}
