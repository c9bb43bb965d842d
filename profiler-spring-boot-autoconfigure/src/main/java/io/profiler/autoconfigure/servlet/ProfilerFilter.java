// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.InheritedPosition;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Profiles a request with headers that one of the keys has signed, in each of its dispatches, on whatever thread that is.
 * Any other request costs two header look-ups, and {@link RequestEnds} one look for an attribute; and a look at its thread,
 * once a profiled one has made virtual threads.
 */
final class ProfilerFilter implements Filter {

    private final RequestProfiling profiling;
    private final UnaskedRequests unasked;

    ProfilerFilter(RequestProfiling profiling, UnaskedRequests unasked) {
        this.profiling = profiling;
        this.unasked = unasked;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ProfiledDispatch dispatch = request instanceof HttpServletRequest httpRequest
                        && response instanceof HttpServletResponse httpResponse
                ? begin(httpRequest, httpResponse)
                : null;
        if (dispatch == null) {
            unasked.serve(request, response, chain);
        } else {
            profile(dispatch, request, chain);
        }
    }

    private @Nullable ProfiledDispatch begin(HttpServletRequest request, HttpServletResponse response) {
        try {
            DispatcherType type = request.getDispatcherType();
            if (type != DispatcherType.FORWARD) {
                // A server may have made the thread on that of another dispatch; who forwards is inside of one.
                InheritedPosition.leave();
            }
            return type == DispatcherType.REQUEST
                    ? profiling.open(request, response)
                    : profiling.resume(request, response);
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }

    private static void profile(ProfiledDispatch dispatch, ServletRequest request, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, dispatch.response());
        } catch (Throwable error) {
            dispatch.fail(error);
            throw error;
        } finally {
            dispatch.end();
        }
    }
}
