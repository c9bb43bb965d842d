// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.store.ReadLimit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code profiler.reading.*}: how much memory of the application those may take who look at traces in it,
 * whatever has been stored. The command has no such bounds.
 *
 * @param tracePoints Trace points of the largest trace that is shown, two for each span. Of a larger one the command to
 *     use is named.
 * @param traceCharacters Characters that its texts may have together.
 * @param listedTraces Traces that a list holds at most.
 * @param examinedTraces Among how many traces a list looks for those that are asked for, from the one that was active last.
 * @since 0.1
 */
@ConfigurationProperties("profiler.reading")
public record ReadingProperties(
        @DefaultValue("25000") int tracePoints,
        @DefaultValue("8000000") int traceCharacters,
        @DefaultValue("1000") int listedTraces,
        @DefaultValue("10000") int examinedTraces) {

    /**
     * Checks that each is high enough to show something.
     *
     * @throws ProfilerConfigurationException if one is not, naming the property
     */
    public ReadingProperties {
        AtLeast.of("profiler.reading.trace-points", 2, tracePoints);
        AtLeast.of("profiler.reading.trace-characters", 1_000, traceCharacters);
        AtLeast.of("profiler.reading.listed-traces", 1, listedTraces);
        AtLeast.of("profiler.reading.examined-traces", 1, examinedTraces);
    }

    /** {@return the bounds of one trace, for whoever reads it on behalf of a browser} */
    public ReadLimit traceLimit() {
        return new ReadLimit(tracePoints, traceCharacters);
    }
}
