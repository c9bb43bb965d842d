// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests that nobody asked to profile, and that are slow.
 *
 * @param threshold How long a request takes that is looked at from then on, and of which a trace is kept. Without it none
 *     is watched.
 * @param perMinute Most such traces that are kept in a minute, of which one route may have half.
 * @param exclude Paths of requests that are meant to take long, with ? for a character, * for any in a segment and ** for any
 *     segments.
 * @since 0.1
 */
public record SlowProperties(
        @Nullable Duration threshold,
        @DefaultValue("10") int perMinute,
        @DefaultValue List<String> exclude) {

    /**
     * Checks both bounds.
     *
     * @throws ProfilerConfigurationException if one is too small
     */
    public SlowProperties {
        AtLeast.oneMillisecond("profiler.slow.threshold", threshold);
        AtLeast.of("profiler.slow.per-minute", 1, perMinute);
    }
}
