// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;

/** Traces and spans of them, as a profiled request has them. */
final class Traces {

    private static final SpanTemplate NAME = SpanTemplate.of("name");

    private Traces() {}

    static ActiveTrace to(TracePointSink sink) {
        return new ActiveTrace(
                sink,
                new Origin("host", "project", "service"),
                ArgumentCapture.disabled(),
                new TraceContext("base", "base", "key"),
                new TraceBudget(TraceLimits.defaults()),
                TraceInsight.NONE,
                System.nanoTime());
    }

    static RecordedSpan top(ActiveTrace trace) {
        return new RecordedSpan(trace, null, NAME, Info.NONE, 1);
    }

    static RecordedSpan below(RecordedSpan parent) {
        return new RecordedSpan(parent.trace, parent, NAME, Info.NONE, 2);
    }
}
