// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What this service knows about one trace it takes part in. The wall clock is read once, here; every time after that
 * is the monotonic clock's distance from it, so that a clock that is set never makes a duration negative.
 */
final class ActiveTrace {

    final TracePointSink sink;
    final Origin origin;
    final ArgumentCapture capture;
    final TraceContext context;

    /** High half of every span id made here; the low half is drawn span by span. */
    final long spanIdHigh = UUID.randomUUID().getMostSignificantBits();

    private final Instant openedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final long openedAtNanos = System.nanoTime();

    ActiveTrace(TracePointSink sink, Origin origin, ArgumentCapture capture, TraceContext context) {
        this.sink = sink;
        this.origin = origin;
        this.capture = capture;
        this.context = context;
    }

    /** Nanoseconds since the trace was opened here. */
    long elapsedNanos() {
        return System.nanoTime() - openedAtNanos;
    }

    Instant instant(long elapsedNanos) {
        return openedAt.plusNanos(elapsedNanos);
    }
}
