// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Insight;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.SampleSettings;
import io.profiler.trace.Span;
import io.profiler.trace.TraceLimits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Requests that are profiled, and perhaps looked at. */
final class SampledWork {

    private final Chunks chunks = new Chunks();
    private final Profiler profiler = Profiler.create(
            chunks,
            new Origin("host", "benchmark", "benchmark"),
            ArgumentCapture.disabled(),
            TraceLimits.defaults(),
            new Insight(false, new SampleSettings(true, false, SampleSettings.DEFAULT_PERIOD)));

    /** Works as one request until it is told to stop, and says how many steps. */
    @SuppressWarnings("try")
    long run(Duration every, Work work, long endNanos) {
        TraceContext context = new TraceContext("base", "base", "key", Allowance.UNLIMITED.sampled(every));
        try (ProfiledScope scope = profiler.open(context)) {
            Span span = profiler.start("wsgi");
            long steps = profiler.trace("service", () -> work.until(endNanos));
            span.stop();
            return steps;
        }
    }

    /** How many looks the traces tell since this was asked last. */
    int looks() {
        int looks = 0;
        for (TracePointChunk chunk = chunks.taken.poll(); chunk != null; chunk = chunks.taken.poll()) {
            for (int i = 0; i < chunk.published(); i++) {
                looks += looks(chunk.point(i));
            }
        }
        return looks;
    }

    private static int looks(TracePoint point) {
        return point.info().get("samples") instanceof Map<?, ?> samples && samples.get("taken") instanceof Integer taken
                ? taken
                : 0;
    }

    /** Has room for everything. */
    private static final class Chunks implements TracePointSink {

        private final ConcurrentLinkedQueue<TracePointChunk> taken = new ConcurrentLinkedQueue<>();

        @Override
        public boolean offer(TracePointChunk chunk) {
            return taken.add(chunk);
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {
            throw new IllegalStateException("nothing is refused");
        }
    }
}
