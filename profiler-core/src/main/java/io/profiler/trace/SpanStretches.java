// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.jvm.SpanEventType;
import io.profiler.trace.jvm.SpanEvents;
import java.util.ArrayDeque;
import java.util.Deque;
import jdk.jfr.Event;
import org.jspecify.annotations.Nullable;

/**
 * Tells a recording that somebody makes of the JVM which spans a thread works in, and from when to when: a span that goes on elsewhere
 * has an event on each of its threads. Not thread-safe.
 */
final class SpanStretches {

    private final SpanEventType type;
    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(RecordedSpan span, Event event) {}

    private SpanStretches(SpanEventType type) {
        this.type = type;
    }

    /** Null if nobody records, as mostly. */
    static @Nullable SpanStretches ifRecorded() {
        SpanEventType type = SpanEvents.wanted();
        return type == null ? null : new SpanStretches(type);
    }

    /** The thread works in a span that began just now, inside the one before. */
    void started(RecordedSpan span) {
        open.push(new Open(span, type.begin()));
    }

    /** The thread goes on in a span, which is around those that it has worked in if it is one of theirs. */
    void goOn(@Nullable RecordedSpan span) {
        while (!open.isEmpty() && open.element().span() != span) {
            end(open.remove());
        }
        if (span != null && open.isEmpty()) {
            started(span);
        }
    }

    private void end(Open left) {
        RecordedSpan span = left.span();
        ActiveTrace trace = span.trace;
        type.end(left.event(), span.name(), trace.context.baseId(), span.id(), span.parentId(), trace.origin.service());
    }
}
