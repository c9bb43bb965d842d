// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.sample.Stack;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the beginning of a span leaves on a stack: which call of the profiler's is open while the span is. */
enum Marker {
    /** The filter around a request. */
    REQUEST,
    /** The advice around a method. */
    METHOD,
    /** What calls a lambda that a span is around. */
    LAMBDA,
    /** The proxy of a connection or a statement. */
    STATEMENT,
    /** What makes a thread go on at a place. No span begins there. */
    PLACE,
    /** None: only the clock knows. */
    NONE;

    private static final String STATEMENTS = "io.profiler.autoconfigure.jdbc.TracedObject";

    private static final Map<String, Marker> METHODS = Map.of(
            "io.profiler.autoconfigure.servlet.ProfilerFilter.profile",
            REQUEST,
            "io.profiler.autoconfigure.aop.TracingInterceptor.profile",
            METHOD,
            "io.profiler.autoconfigure.aop.RoutedCalls.call",
            METHOD,
            "io.profiler.trace.Profiler.trace",
            LAMBDA,
            STATEMENTS + ".call",
            STATEMENT,
            "io.profiler.trace.TracePosition.run",
            PLACE,
            "io.profiler.trace.TracePosition.call",
            PLACE);

    /** The marker that a call is, null if it is none. */
    static @Nullable Marker of(String frame) {
        return frame.startsWith("io.profiler.") ? METHODS.get(frame) : null;
    }

    /** Whether the stack itself can tell that the span is open. Statements may be traced without proxies, and leave nothing. */
    boolean isSeenOn(Stack stack) {
        return this == METHOD || this == LAMBDA || this == STATEMENT && stack.isKnown(STATEMENTS, "call");
    }
}
