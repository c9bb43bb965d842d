// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.admission.AdmissionLimits;
import io.profiler.trace.TraceLimits;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of what is profiled, and of what a trace holds. What is beyond is served unprofiled, or cut.
 *
 * @param textLength Longest text of one message or other value, and of all arguments of a call, in characters.
 * @param infoLength Longest text of all that the application says of one span, in characters.
 * @param traceLength Longest text of all that the application says of the spans of one trace, in characters.
 * @param spansPerTrace Most spans that this application records of one trace, over all requests with its id.
 * @param openTraces Most requests that are profiled at once, of which one trace, or one token, may have half.
 * @param requestsPerSecond Most requests of one key that are profiled in a second. Twice as many may come at once.
 * @param idLength Longest id that a request may come with, in characters.
 * @since 0.1
 */
public record LimitsProperties(
        @DefaultValue("2048") int textLength,
        @DefaultValue("16384") int infoLength,
        @DefaultValue("16000000") int traceLength,
        @DefaultValue("20000") int spansPerTrace,
        @DefaultValue("1000") int openTraces,
        @DefaultValue("1000") int requestsPerSecond,
        @DefaultValue("255") int idLength) {

    private static final int LENGTH_OF_UUID = 36;

    /**
     * Checks that each is high enough for the shortest trace.
     *
     * @throws ProfilerConfigurationException if one is not, naming the property
     */
    public LimitsProperties {
        AtLeast.of("profiler.limits.text-length", 16, textLength);
        AtLeast.of("profiler.limits.info-length", 16, infoLength);
        AtLeast.of("profiler.limits.trace-length", 16, traceLength);
        AtLeast.of("profiler.limits.spans-per-trace", 1, spansPerTrace);
        AtLeast.of("profiler.limits.open-traces", 1, openTraces);
        AtLeast.of("profiler.limits.requests-per-second", 1, requestsPerSecond);
        AtLeast.of("profiler.limits.id-length", LENGTH_OF_UUID, idLength);
    }

    AdmissionLimits admission() {
        return new AdmissionLimits(openTraces, requestsPerSecond);
    }

    TraceLimits trace() {
        return new TraceLimits(spansPerTrace, infoLength, traceLength);
    }
}
