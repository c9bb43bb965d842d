// SPDX-License-Identifier: Apache-2.0
package io.profiler.admission;

/**
 * How many requests are profiled.
 *
 * @param openTraces how many at once
 * @param requestsPerSecond how many a second and key in the long run; twice as many may come at once
 * @since 0.1
 */
public record AdmissionLimits(int openTraces, int requestsPerSecond) {

    /**
     * Checks both limits.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public AdmissionLimits {
        if (openTraces < 1 || requestsPerSecond < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
