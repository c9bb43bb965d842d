// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end of a span at the top, which tells what was seen since the end of the one before. */
final class TopEnd {

    final RecordedSpan span;

    /** Nanoseconds since the trace was opened, as {@link #elapsedNanos}. */
    final long fromNanos;

    final long elapsedNanos;

    /** Whether its point is to do without, for want of room. */
    volatile boolean forgotten;

    /** Null until the point is made; for {@link Sampling}, with its lock. */
    @Nullable
    Map<String, @Nullable Object> told;

    private final @Nullable TopEnd before;
    private final int number;

    TopEnd(RecordedSpan span, long elapsedNanos, @Nullable TopEnd before) {
        this.span = span;
        this.elapsedNanos = elapsedNanos;
        this.before = before;
        this.fromNanos = before == null ? 0 : Math.max(before.fromNanos, before.elapsedNanos);
        this.number = before == null ? 1 : before.number + 1;
    }

    /** How many there are with it. */
    int number() {
        return number;
    }

    /** Of this one and those before it the one of a span; null if there is none. */
    static @Nullable TopEnd of(RecordedSpan span, @Nullable TopEnd last) {
        TopEnd end = last;
        while (end != null && end.span != span) {
            end = end.before;
        }
        return end;
    }
}
