// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.PathPrefix;
import org.springframework.core.env.Environment;

/**
 * What paths begin with in an application of its kind; properties of the other kind may be there, and mean nothing.
 *
 * @param application all paths of the application
 * @param dispatcher those of Spring MVC, or of Spring WebFlux, below these
 */
record Prefixes(String application, String dispatcher) {

    static Prefixes ofServlets(Environment environment) {
        return new Prefixes(PathPrefix.ofServletContext(environment), PathPrefix.ofDispatcher(environment));
    }

    static Prefixes ofWebFlux(Environment environment) {
        return new Prefixes(PathPrefix.ofWebFlux(environment), "");
    }
}
