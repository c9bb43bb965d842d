// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

/**
 * How much of a critical path one cause took.
 *
 * @param cause the cause
 * @param micros how much, in microseconds, always more than none
 * @param measuredMicros how much of that the JVM has measured; the rest is what looks at threads, spans and counters come to
 * @since 0.1
 */
public record CauseTime(Cause cause, long micros, long measuredMicros) {}
