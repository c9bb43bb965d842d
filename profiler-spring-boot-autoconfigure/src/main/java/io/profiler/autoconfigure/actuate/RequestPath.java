// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.Comparator;

/**
 * What the application maps to one of its methods.
 *
 * @param method of HTTP
 * @param pattern a path, perhaps with variables, less what all paths of the application begin with
 */
record RequestPath(String method, String pattern) {

    static final Comparator<RequestPath> ORDER =
            Comparator.comparing(RequestPath::pattern).thenComparing(RequestPath::method);
}
