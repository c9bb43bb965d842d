// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are kept.
 *
 * @param slowFrom how long a slow one takes; null for one that takes much longer than others of its route
 * @param perMinute most slow and failed ones in a minute, of which one route may have half
 * @param perRoute most others of each route in a minute
 * @since 0.1
 */
public record KeepingRules(@Nullable Duration slowFrom, int perMinute, int perRoute) {

    /**
     * Checks both numbers.
     *
     * @throws IllegalArgumentException if {@code perMinute} is less than 1, or {@code perRoute} negative or more than a million
     */
    public KeepingRules {
        if (perMinute < 1) {
            throw new IllegalArgumentException("of slow and failed requests at least 1 is kept in a minute");
        }
        if (perRoute < 0 || perRoute > Route.MOST_TAKEN) {
            throw new IllegalArgumentException(
                    "of other requests of a route from 0 to " + Route.MOST_TAKEN + " are kept in a minute");
        }
    }
}
