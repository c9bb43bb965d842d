// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.Sampler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes traces of requests that nobody asked to profile, and that turned out to be worth one: of one span, and of what was
 * seen of their threads. Nothing of it goes on downstream. Thread-safe; no method throws.
 *
 * @since 0.1
 */
public final class UnaskedTraces {

    /** Whoever asks for looks finds some left, whatever is slow meanwhile. */
    private static final int MOST_LOOKED_AT = Sampler.MOST_REQUESTS / 2;

    /** Signs nothing, as nothing is sent. */
    private static final String NO_KEY = "";

    private final TracePointSink sink;
    private final Origin origin;
    private final ArgumentCapture capture;
    private final TraceLimits limits;
    private final SampleSettings samples;

    /**
     * Makes none yet.
     *
     * @param sink where trace points go
     * @param origin what is said about this service in each of them
     * @param capture how what is said of a request becomes text
     * @param limits how much is recorded of a trace
     * @param samples how often threads are looked at, if they are
     */
    public UnaskedTraces(
            TracePointSink sink, Origin origin, ArgumentCapture capture, TraceLimits limits, SampleSettings samples) {
        Faults.prepare();
        this.sink = new GuardedSink(sink);
        this.origin = origin;
        this.capture = capture;
        this.limits = limits;
        this.samples = samples;
    }

    /** {@return looks at a request, of which the caller tells the threads; null if it is not to be looked at} */
    public @Nullable Looks look() {
        Duration every = samples.enabled() ? samples.every() : Duration.ZERO;
        return every.isZero() ? null : DefaultProfiler.SAMPLER.begin(every, MOST_LOOKED_AT);
    }

    /**
     * Makes a trace of a request.
     *
     * @param request what is known of it
     * @param looks what was seen of its threads, which nobody looks at any more; null if nothing was
     */
    public void keep(EndedRequest request, @Nullable Looks looks) {
        try {
            ActiveTrace trace = trace(request, looks);
            SpanTemplate template = trace.template(request.name());
            Span span = LonePoints.startedAt(0, trace, null, template, () -> trace.info(request.start()));
            span.stopAt(request.endedNanos(), request.error(), request.stop());
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    private ActiveTrace trace(EndedRequest request, @Nullable Looks looks) {
        TraceContext context = new TraceContext(request.traceId(), request.traceId(), NO_KEY);
        Sampling sampling = looks == null ? null : new Sampling(looks, null);
        TraceBudget budget = new TraceBudget(limits);
        return new ActiveTrace(sink, origin, capture, context, budget, false, sampling, null, request.beganNanos());
    }
}
