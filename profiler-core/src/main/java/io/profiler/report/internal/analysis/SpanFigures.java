// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

/**
 * What a group of spans adds up to. Times are microseconds. An unfinished span has no part in them, as its duration is
 * not known; if that is so of all, they are 0. Percentiles are durations that occurred: the smallest one that so many per
 * cent of the spans do not exceed.
 *
 * @param count how many spans there are
 * @param unfinished how many of them have no start or no stop
 * @param totalMicros sum of their durations
 * @param selfMicros sum of the times in which they were at work themselves, see {@link SelfTimes}
 * @param minMicros shortest duration
 * @param medianMicros 50th percentile
 * @param p95Micros 95th percentile
 * @param p99Micros 99th percentile
 * @param maxMicros longest duration
 * @param errors how many ended with an error
 */
public record SpanFigures(
        long count,
        long unfinished,
        long totalMicros,
        long selfMicros,
        long minMicros,
        long medianMicros,
        long p95Micros,
        long p99Micros,
        long maxMicros,
        long errors) {}
