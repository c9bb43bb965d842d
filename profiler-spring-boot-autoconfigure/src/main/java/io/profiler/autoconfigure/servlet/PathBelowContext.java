// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** The path that a request is for, less what all paths of its application begin with. */
final class PathBelowContext {

    private PathBelowContext() {}

    static String of(HttpServletRequest request) {
        String context = request.getContextPath();
        String path = request.getRequestURI();
        return path.startsWith(context) ? path.substring(context.length()) : path;
    }
}
