// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * What is found out about spans, besides when they begin and end.
 *
 * @param counters whether spans tell how much they allocated, and those of layers what processor time they took
 * @param samples whether threads are looked at
 * @param jvmEvents whether of requests that are looked at the JVM's flight recorder is asked as well: what their threads waited for,
 *     and when all stood still
 * @since 0.1
 */
public record Insight(boolean counters, SampleSettings samples, boolean jvmEvents) {

    /** Nothing. */
    public static final Insight NONE = new Insight(false, SampleSettings.NONE);

    /**
     * Without the flight recorder.
     *
     * @param counters whether spans tell how much they allocated, and those of layers what processor time they took
     * @param samples whether threads are looked at
     */
    public Insight(boolean counters, SampleSettings samples) {
        this(counters, samples, false);
    }
}
