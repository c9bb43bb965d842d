// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

/**
 * What the spans of one layer of a service took of a critical path.
 *
 * @param label what the layer is called, which may be the name of a span; {@link #NO_SPAN} for what is not explained; {@code Other
 *     names} for what is not told apart
 * @param micros how much of the path it took
 * @since 0.1
 */
public record LayerTime(String label, long micros) {

    /** What no span explains. */
    public static final String NO_SPAN = "in no span";
}
