// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.jvm.MethodPattern;
import java.util.List;

/**
 * What is found out about spans, besides when they begin and end.
 *
 * @param counters whether spans tell how much they allocated, and those of layers what processor time they took
 * @param samples whether threads are looked at
 * @param jvmEvents whether of requests that are looked at the JVM's flight recorder is asked as well: what their threads waited for,
 *     and when all stood still
 * @param methods whose calls the JVM is asked for, to make spans of them; before Java 25 it tells none
 * @param virtualThreads whether virtual threads record what they do for the thread that makes them, until the topmost span of its
 *     request has ended
 * @since 0.1
 */
public record Insight(
        boolean counters,
        SampleSettings samples,
        boolean jvmEvents,
        List<MethodPattern> methods,
        boolean virtualThreads) {

    /** Nothing. */
    public static final Insight NONE = new Insight(false, SampleSettings.NONE, false, List.of(), false);

    /** Copies the methods. */
    public Insight {
        methods = List.copyOf(methods);
    }

    /**
     * Without the flight recorder, and with virtual threads.
     *
     * @param counters whether spans tell how much they allocated, and those of layers what processor time they took
     * @param samples whether threads are looked at
     */
    public Insight(boolean counters, SampleSettings samples) {
        this(counters, samples, false);
    }

    /**
     * Without spans of methods by name, and with virtual threads.
     *
     * @param counters whether spans tell how much they allocated, and those of layers what processor time they took
     * @param samples whether threads are looked at
     * @param jvmEvents whether of requests that are looked at the JVM's flight recorder is asked as well
     */
    public Insight(boolean counters, SampleSettings samples, boolean jvmEvents) {
        this(counters, samples, jvmEvents, List.of(), true);
    }
}
