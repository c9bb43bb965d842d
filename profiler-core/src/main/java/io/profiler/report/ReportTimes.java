// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import org.jspecify.annotations.Nullable;

/**
 * When a trace ran.
 *
 * @param originEpochMicros time of its first event in microseconds since 1970 UTC, null if the report does not say
 * @param durationMicros from its first event to its last
 * @param lastStartedMicros when its last span began, null if no event started one
 * @since 0.1
 */
public record ReportTimes(
        @Nullable Long originEpochMicros,
        long durationMicros,
        @Nullable Long lastStartedMicros) {

    /** Of a trace of which nothing tells when it ran. */
    public static final ReportTimes NONE = new ReportTimes(null, 0, null);
}
