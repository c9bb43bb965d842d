// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.flight.FlightLimits;
import io.profiler.trace.flight.KeepingRules;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Requests that are recorded though nobody asked for it, and of which few are kept.
 *
 * @param enabled Whether all requests are recorded, to keep traces of the slow, the failed and a few more.
 * @param threshold How long a request takes that is slow. Without it, one is slow that takes more than twice as long as 99 of
 *     100 of its route do lately.
 * @param perMinute Most slow and failed requests that are kept in a minute, of which one route may have half.
 * @param perRoute How many other requests of each route are kept in a minute.
 * @param memory How much all requests that are under way may hold. Those beyond are not recorded.
 * @param memoryPerRequest How much one of them may hold.
 * @param spansPerRequest How many spans of a request are recorded.
 * @param exclude Paths of requests that are not recorded, with ? for a character, * for any in a segment and ** for any segments.
 * @since 0.1
 */
public record FlightRecorderProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable Duration threshold,
        @DefaultValue("60") int perMinute,
        @DefaultValue("1") int perRoute,
        @DefaultValue("32MB") DataSize memory,
        @DefaultValue("1MB") DataSize memoryPerRequest,
        @DefaultValue("1000") int spansPerRequest,
        @DefaultValue List<String> exclude) {

    private static final int MOST_PER_ROUTE = 1_000;

    /**
     * Checks the bounds.
     *
     * @throws ProfilerConfigurationException if one is too small, or too large
     */
    public FlightRecorderProperties {
        AtLeast.oneMillisecond("profiler.flight-recorder.threshold", threshold);
        AtLeast.of("profiler.flight-recorder.per-minute", 1, perMinute);
        AtLeast.of("profiler.flight-recorder.per-route", 0, perRoute);
        AtLeast.oneMegabyte("profiler.flight-recorder.memory", memory);
        AtLeast.oneMegabyte("profiler.flight-recorder.memory-per-request", memoryPerRequest);
        AtLeast.of("profiler.flight-recorder.spans-per-request", 1, spansPerRequest);
        if (perRoute > MOST_PER_ROUTE) {
            throw new ProfilerConfigurationException(
                    "'profiler.flight-recorder.per-route' is " + perRoute + ", which is too large.",
                    "Set 'profiler.flight-recorder.per-route' to a number of at most " + MOST_PER_ROUTE + ".");
        }
    }

    /** {@return what recorded requests may hold} */
    public FlightLimits limits() {
        return new FlightLimits(memory.toBytes(), memoryPerRequest.toBytes(), spansPerRequest);
    }

    /** {@return which of them are kept} */
    public KeepingRules keeping() {
        return new KeepingRules(threshold, perMinute, perRoute);
    }
}
