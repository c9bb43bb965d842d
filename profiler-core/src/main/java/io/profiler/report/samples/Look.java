// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

/**
 * One look, of which the moment is known.
 *
 * @param atMicros when it was, in microseconds since the first event of the trace
 * @param leaf number of the leaf where it found the thread
 * @since 0.1
 */
public record Look(long atMicros, int leaf) {}
