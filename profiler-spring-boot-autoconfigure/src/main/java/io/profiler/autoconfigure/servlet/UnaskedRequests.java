// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Serves the requests that nobody asked to profile. */
@FunctionalInterface
interface UnaskedRequests {

    /** Has nothing to do with them. */
    UnaskedRequests UNWATCHED = (request, response, chain) -> chain.doFilter(request, response);

    /** Goes on with one of their dispatches, and throws what that does. */
    void serve(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException;
}
