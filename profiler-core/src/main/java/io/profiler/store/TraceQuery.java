// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/**
 * Which traces a list holds.
 *
 * @param failedOnly only traces in the index of failed ones, which the writer fills if {@code
 *     profiler.filter-error-trace} is on
 */
public record TraceQuery(boolean failedOnly) {

    /** Every trace. */
    public static TraceQuery all() {
        return new TraceQuery(false);
    }

    /** The traces that failed. */
    public static TraceQuery failed() {
        return new TraceQuery(true);
    }
}
