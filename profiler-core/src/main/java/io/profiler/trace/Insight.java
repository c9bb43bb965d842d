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
 * @param methodsByToken packages and classes of whose methods a token may have the calls told, of its own requests
 * @param virtualThreads whether virtual threads record what they do for the thread that makes them, until the topmost span of its
 *     request has ended
 * @since 0.1
 */
public record Insight(
        boolean counters,
        SampleSettings samples,
        boolean jvmEvents,
        List<MethodPattern> methods,
        List<String> methodsByToken,
        boolean virtualThreads) {

    /** Nothing. */
    public static final Insight NONE = new Insight(false, SampleSettings.NONE, false, List.of(), List.of(), false);

    /** Copies both lists. */
    public Insight {
        methods = List.copyOf(methods);
        methodsByToken = List.copyOf(methodsByToken);
    }

    /**
     * Without methods that tokens may ask for.
     *
     * @param counters whether spans tell how much they allocated, and those of layers what processor time they took
     * @param samples whether threads are looked at
     * @param jvmEvents whether of requests that are looked at the JVM's flight recorder is asked as well
     * @param methods whose calls the JVM is asked for
     * @param virtualThreads whether virtual threads record what they do for the thread that makes them
     */
    public Insight(
            boolean counters,
            SampleSettings samples,
            boolean jvmEvents,
            List<MethodPattern> methods,
            boolean virtualThreads) {
        this(counters, samples, jvmEvents, methods, List.of(), virtualThreads);
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
        this(counters, samples, jvmEvents, List.of(), List.of(), true);
    }
}
