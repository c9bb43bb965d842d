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

    /**
     * {@return the path of the endpoint, below what all paths of the application begin with; null if it is not on the
     * application's own port}
     */
    @Nullable
    String get();
}
