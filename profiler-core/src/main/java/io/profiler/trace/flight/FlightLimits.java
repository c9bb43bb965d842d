// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

/**
 * What recorded requests may hold until they end.
 *
 * @param bytes all of them together, roughly
 * @param bytesPerRequest each of them
 * @param spansPerRequest how many spans inside its own each may have
 * @since 0.1
 */
public record FlightLimits(long bytes, long bytesPerRequest, int spansPerRequest) {

    /**
     * Checks all three.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public FlightLimits {
        if (bytes < 1 || bytesPerRequest < 1 || spansPerRequest < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
