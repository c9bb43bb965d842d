// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.ProfiledScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * One way of a profiled request through the filter. No method throws.
 *
 * @param response what the application is to write to
 * @param scope in which the thread is profiled meanwhile
 */
record ProfiledDispatch(
        ProfiledRequest profiled, HttpServletRequest request, HttpServletResponse response, ProfiledScope scope) {

    void fail(Throwable error) {
        profiled.fail(error);
    }

    void end() {
        Guard.run(() -> profiled.leave(request));
        Guard.run(scope::close);
    }
}
