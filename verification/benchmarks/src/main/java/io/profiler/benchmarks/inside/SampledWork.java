// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import io.profiler.point.TracePoint;
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

/** Requests that are profiled, and perhaps looked at. */
final class SampledWork {

    private final KeptPoints points = new KeptPoints();
    private final Profiler profiler = Profiler.create(
            points,
            new Origin("host", "benchmark", "benchmark"),
            ArgumentCapture.disabled(),
            TraceLimits.defaults(),
            Insight.NONE
                    .withSamples(new SampleSettings(true, false, SampleSettings.DEFAULT_PERIOD))
                    .withVirtualThreads());

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
        return points.take().stream().mapToInt(SampledWork::looks).sum();
    }

    private static int looks(TracePoint point) {
        return point.info().get("samples") instanceof Map<?, ?> samples && samples.get("taken") instanceof Integer taken
                ? taken
                : 0;
    }
}
