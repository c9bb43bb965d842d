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

    /** Nothing; what is wanted is added by {@link #withCounters()} and the like. */
    public static final Insight NONE = new Insight(false, SampleSettings.NONE, false, List.of(), List.of(), false);

    /** Copies both lists. */
    public Insight {
        methods = List.copyOf(methods);
        methodsByToken = List.copyOf(methodsByToken);
    }

    /** {@return this, and spans tell how much they allocated, and those of layers what processor time they took} */
    public Insight withCounters() {
        return new Insight(true, samples, jvmEvents, methods, methodsByToken, virtualThreads);
    }

    /**
     * {@return this, with other settings for looks at threads}
     *
     * @param others whether threads are looked at
     */
    public Insight withSamples(SampleSettings others) {
        return new Insight(counters, others, jvmEvents, methods, methodsByToken, virtualThreads);
    }

    /** {@return this, and of requests that are looked at the JVM's flight recorder is asked as well} */
    public Insight withJvmEvents() {
        return new Insight(counters, samples, true, methods, methodsByToken, virtualThreads);
    }

    /**
     * {@return this, with other methods}
     *
     * @param others whose calls the JVM is asked for, to make spans of them
     * @param byToken packages and classes of whose methods a token may have the calls told, of its own requests
     */
    public Insight withMethods(List<MethodPattern> others, List<String> byToken) {
        return new Insight(counters, samples, jvmEvents, others, byToken, virtualThreads);
    }

    /** {@return this, and virtual threads record what they do for the thread that makes them} */
    public Insight withVirtualThreads() {
        return new Insight(counters, samples, jvmEvents, methods, methodsByToken, true);
    }
}
