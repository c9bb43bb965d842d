// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * How much of a trace one service records, over all requests that are part of it. What is beyond is left out, counted, and
 * told in the trace.
 *
 * @param spansPerTrace how many spans
 * @param infoLength how many characters of what the application says of one span
 * @param traceLength how many characters of that in all spans
 * @since 0.1
 */
public record TraceLimits(int spansPerTrace, int infoLength, long traceLength) {

    /**
     * Checks all three.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public TraceLimits {
        if (spansPerTrace < 1 || infoLength < 1 || traceLength < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    /**
     * 20,000 spans with 16,384 characters each, and 16 million characters in all.
     *
     * @return the limits of a service that sets none
     */
    public static TraceLimits defaults() {
        return new TraceLimits(20_000, 16_384, 16_000_000);
    }
}
