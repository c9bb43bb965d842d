// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Where the application shows its traces.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EndpointPath {

    /** That of an application that shows none there. */
    EndpointPath NOWHERE = () -> null;

    /** Below it, not a trace, but the page of what is traced at all. A trace of this id is there by the parameter. */
    String COVERAGE = "coverage";

    /**
     * {@return the path of the endpoint, below what all paths of the application begin with; null if it is not on the
     * application's own port}
     */
    @Nullable
    String get();

    /**
     * {@return whether a path is the endpoint's, or one below it}
     *
     * @param path below what all paths of the application begin with
     */
    default boolean contains(String path) {
        String own = get();
        return own != null
                && path.startsWith(own)
                && (path.length() == own.length() || path.charAt(own.length()) == '/');
    }
}
