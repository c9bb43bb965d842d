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

    /** Needs no memory of its own, so that the thread is given back also where there is none. */
    void end() {
        try {
            profiled.leave(request);
        } catch (Throwable fault) {
            Guard.report(fault);
        } finally {
            scope.close();
        }
    }
}
