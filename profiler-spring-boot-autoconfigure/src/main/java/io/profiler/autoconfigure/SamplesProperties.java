// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.SampleSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Looks at the threads of profiled requests, which show in which methods the time of their spans goes.
 *
 * @param enabled Whether a request may ask for looks at its threads.
 * @param always Whether the threads of all profiled requests are looked at, such as those with OSprofiler's headers, which
 *     cannot ask for it.
 * @param every How long after one look at a thread the next one comes, where all requests are looked at and none says how
 *     often: at least 5 ms before Java 21, where each look stops all threads, and 2 ms from there on.
 * @since 0.1
 */
public record SamplesProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("false") boolean always,
        @DefaultValue("10ms") Duration every) {

    /**
     * Checks the period.
     *
     * @throws ProfilerConfigurationException if it is shorter than a millisecond
     */
    public SamplesProperties {
        AtLeast.oneMillisecond("profiler.samples.every", every);
    }

    SampleSettings settings() {
        return new SampleSettings(enabled, always, every);
    }
}
