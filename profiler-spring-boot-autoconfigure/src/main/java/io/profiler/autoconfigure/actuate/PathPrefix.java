// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import org.springframework.core.env.Environment;

/** What the paths of a server begin with: empty, or a path without a slash at its end, however it is set. */
final class PathPrefix {

    private PathPrefix() {}

    static String ofApplication(Environment environment) {
        String ofServlets = of(environment, "server.servlet.context-path");
        return ofServlets.isEmpty() ? of(environment, "spring.webflux.base-path") : ofServlets;
    }

    static String ofServlet(Environment environment) {
        return of(environment, "spring.mvc.servlet.path");
    }

    static String ofManagement(Environment environment) {
        return of(environment, "management.server.base-path");
    }

    private static String of(Environment environment, String property) {
        String set = environment.getProperty(property, "").trim().replaceFirst("/+$", "");
        return set.isEmpty() || set.startsWith("/") ? set : "/" + set;
    }
}
