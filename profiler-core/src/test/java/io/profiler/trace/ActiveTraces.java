// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import java.util.concurrent.ThreadLocalRandom;

/** Traces that nobody stores. */
final class ActiveTraces {

    private ActiveTraces() {}

    static ActiveTrace open() {
        return new ActiveTrace(
                new NoSink(),
                new Origin("host", "project", "service"),
                ArgumentCapture.disabled(),
                new TraceContext("base", "base", "key"),
                new TraceBudget(TraceLimits.defaults()),
                false,
                null,
                MethodMask.NONE,
                System.nanoTime());
    }

    static RecordedSpan top(ActiveTrace trace) {
        return new RecordedSpan(
                trace,
                null,
                trace.template("wsgi"),
                Info.NONE,
                ThreadLocalRandom.current().nextLong());
    }

    private static final class NoSink implements TracePointSink {

        @Override
        public boolean offer(TracePointChunk chunk) {
            return true;
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {}
    }
}
