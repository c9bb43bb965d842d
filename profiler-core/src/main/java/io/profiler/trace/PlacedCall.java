// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.jvm.MethodCall;
import org.jspecify.annotations.Nullable;

/**
 * A call that the JVM tells, and where in a trace it was made.
 *
 * @param around the innermost span that was open on its thread all the time
 */
record PlacedCall(MethodCall call, RecordedSpan around) {

    /** Clocks differ by less, and so do the beginnings of a span and of a method that it calls at once. */
    private static final long BLUR_NANOS = 1_000;

    private static final int SHORTEST = 4;

    /** Null if the thread did not work for a span of the trace. */
    static @Nullable PlacedCall of(MethodCall call, SpanCourse course) {
        long blur = Math.min(BLUR_NANOS, call.nanos() / SHORTEST);
        RecordedSpan first = spanAt(call.startNanos() + blur, course);
        RecordedSpan last = spanAt(call.endNanos() - blur, course);
        RecordedSpan around = first == null || last == null ? null : common(first, last);
        return around == null ? null : new PlacedCall(call, around);
    }

    private static @Nullable RecordedSpan spanAt(long nanoTime, SpanCourse course) {
        int entry = course.at(nanoTime);
        return entry < 0 ? null : course.span(entry);
    }

    /** What was open at both ends was open all the time, as no span becomes current again that has ended. */
    private static @Nullable RecordedSpan common(RecordedSpan one, RecordedSpan other) {
        RecordedSpan outer = one;
        while (outer != null && !isInside(other, outer)) {
            outer = outer.parent;
        }
        return outer;
    }

    static boolean isInside(@Nullable RecordedSpan inner, RecordedSpan outer) {
        for (RecordedSpan span = inner; span != null; span = span.parent) {
            if (span == outer) {
                return true;
            }
        }
        return false;
    }

    /** Whether another call of the thread was made inside of this one; none begins earlier. */
    boolean contains(PlacedCall later) {
        return call.threadId() == later.call.threadId() && later.call.endNanos() - call.endNanos() <= 0;
    }
}
