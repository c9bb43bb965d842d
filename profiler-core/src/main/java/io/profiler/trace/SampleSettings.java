// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.time.Duration;

/**
 * Whether the threads of profiled requests are looked at, to find out what their spans do.
 *
 * @param enabled whether a request may ask for it
 * @param always whether all profiled requests are looked at, asked for or not
 * @param every how long after one look the next one comes, unless the request asks for something else; at least 5 ms
 *     before JDK 21, and 2 ms from there on
 * @since 0.1
 */
public record SampleSettings(boolean enabled, boolean always, Duration every) {

    /** How often, if nobody says so. */
    public static final Duration DEFAULT_PERIOD = Duration.ofMillis(10);

    /** No request is. */
    public static final SampleSettings NONE = new SampleSettings(false, false, DEFAULT_PERIOD);

    /** How often a request is looked at; zero for never. */
    Duration period(Duration askedFor) {
        if (!enabled) {
            return Duration.ZERO;
        }
        return askedFor.isZero() && always ? every : askedFor;
    }
}
