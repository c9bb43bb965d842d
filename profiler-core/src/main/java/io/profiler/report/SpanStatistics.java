// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.internal.BoundedTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the spans of one name add up to.
 *
 * @param count how many there are, unfinished ones and those in a cycle included
 * @param durationMillis sum of their durations, each the difference of two whole numbers of milliseconds since the
 *     trace began, as OSprofiler counts
 * @since 0.1
 */
public record SpanStatistics(long count, long durationMillis) {

    /**
     * {@return what spans add up to by name, in the order in which the names appear}
     *
     * @param spans in any order, finished or not; an unfinished one counts with no duration
     */
    public static Map<String, SpanStatistics> of(Collection<ReportSpan> spans) {
        Map<String, SpanStatistics> statistics = new LinkedHashMap<>();
        spans.forEach(span -> statistics.merge(span.name(), span.statistics(), SpanStatistics::plus));
        return statistics;
    }

    SpanStatistics plus(SpanStatistics other) {
        return new SpanStatistics(count + other.count, BoundedTime.plus(durationMillis, other.durationMillis));
    }
}
