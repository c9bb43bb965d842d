// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * What is found out about spans, besides when they begin and end.
 *
 * @param counters whether spans tell how much they allocated, and those of layers what processor time they took
 * @param samples whether threads are looked at
 * @since 0.1
 */
public record Insight(boolean counters, SampleSettings samples) {

    /** Nothing. */
    public static final Insight NONE = new Insight(false, SampleSettings.NONE);
}
