// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;

/** The container's own request and response, below what filters have wrapped around them. */
final class Innermost {

    private Innermost() {}

    static ServletRequest of(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    static HttpServletResponse of(HttpServletResponse response) {
        HttpServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper
                && wrapper.getResponse() instanceof HttpServletResponse wrapped) {
            inner = wrapped;
        }
        return inner;
    }
}
