// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/**
 * One line of a list of traces.
 *
 * @param baseId id of the trace
 * @param timestamp when it began, or for a list of failed traces when its last error was; in the format of
 *     {@link io.profiler.point.TracePoint#timestamp()}
 */
public record TraceSummary(String baseId, String timestamp) {}
