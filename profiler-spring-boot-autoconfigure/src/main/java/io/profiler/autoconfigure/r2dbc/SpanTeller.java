// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.util.Map;

/** Ends a span with what it is told of. */
record SpanTeller<T>(Span span, TracePosition position) implements SignalTeller<T> {

    static final Map<String, Boolean> CANCELLED = Map.of("cancelled", true);

    @Override
    public void pass(Runnable signal) {
        position.run(signal);
    }

    @Override
    public void completed() {
        span.stop();
    }

    @Override
    public void failed(Throwable error) {
        span.stop(error);
    }

    @Override
    public void cancelled() {
        span.stop(CANCELLED);
    }
}
