// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.springframework.core.env.Environment;

/**
 * What the paths of a server begin with: empty, or a path that begins with a slash and does not end with one, however its
 * property is written, as Spring Boot reads it.
 *
 * @since 0.1
 */
public final class PathPrefix {

    private PathPrefix() {}

    /**
     * {@return that of all paths of a servlet application}
     *
     * @param environment its properties
     */
    public static String ofServletContext(Environment environment) {
        return of(environment, "server.servlet.context-path");
    }

    /**
     * {@return that of all paths of a WebFlux application}
     *
     * @param environment its properties
     */
    public static String ofWebFlux(Environment environment) {
        return of(environment, "spring.webflux.base-path");
    }

    /**
     * {@return that of Spring MVC's paths, below those of the application}
     *
     * @param environment the application's properties
     */
    public static String ofDispatcher(Environment environment) {
        return of(environment, "spring.mvc.servlet.path");
    }

    /**
     * {@return that of all paths of a management port of its own}
     *
     * @param environment the application's properties
     */
    public static String ofManagement(Environment environment) {
        return of(environment, "management.server.base-path");
    }

    private static String of(Environment environment, String property) {
        String set = environment.getProperty(property, "").trim().replaceFirst("/+$", "");
        return set.isEmpty() || set.startsWith("/") ? set : "/" + set;
    }
}
