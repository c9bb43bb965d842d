// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

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
                TraceInsight.NONE,
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
}
