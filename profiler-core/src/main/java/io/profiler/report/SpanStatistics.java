// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.point.BoundedTime;

/**
 * What the spans of one name add up to.
 *
 * @param count how many there are
 * @param durationMillis sum of their durations, each the difference of two whole numbers of milliseconds since the
 *     trace began, as OSprofiler counts
 */
public record SpanStatistics(long count, long durationMillis) {

    SpanStatistics plus(SpanStatistics other) {
        return new SpanStatistics(count + other.count, BoundedTime.plus(durationMillis, other.durationMillis));
    }
}
