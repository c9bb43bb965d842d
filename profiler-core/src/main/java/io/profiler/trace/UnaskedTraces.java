// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.Sampler;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes traces of requests that nobody asked to profile: of those that turned out to be worth one, a trace of one span and of
 * what was seen of their threads; or of those that are recorded from their beginning on, a whole one. Nothing of it goes on
 * downstream. Thread-safe; no method but {@link #begin} throws.
 *
 * @since 0.1
 */
public final class UnaskedTraces {

    /** Whoever asks for looks finds some left, whatever is slow meanwhile. */
    private static final int MOST_LOOKED_AT = Sampler.MOST_REQUESTS / 2;

    private static final long WITHOUT_VERSION = 0xffff_ffff_ffff_0fffL;
    private static final long VERSION = 0x4000L;
    private static final long WITHOUT_VARIANT = 0x3fff_ffff_ffff_ffffL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

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

    /** {@return where trace points go, which throws nothing} */
    public TracePointSink sink() {
        return sink;
    }

    /**
     * Begins to record a request.
     *
     * @param name kind of its span
     * @param beganNanos {@link System#nanoTime()} when it began
     * @param held where its trace points go
     * @param mostSpans how many spans inside its own are recorded at most
     * @param mostText how many characters the application may say of them
     * @return to be ended once
     * @throws IllegalArgumentException if one of the two is less than 1
     */
    public UnaskedTrace begin(String name, long beganNanos, TracePointSink held, int mostSpans, long mostText) {
        TraceBudget budget = new TraceBudget(new TraceLimits(
                Math.min(mostSpans, limits.spansPerTrace()),
                limits.infoLength(),
                Math.min(mostText, limits.traceLength())));
        TraceContext context = TraceContext.unsigned(newId());
        return new UnaskedTrace(
                new ActiveTrace(new GuardedSink(held), origin, capture, context, budget, TraceInsight.NONE, beganNanos),
                budget,
                name);
    }

    /** Random as any, but not unguessable, for which a request that is forgotten need not wait. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & WITHOUT_VERSION | VERSION, random.nextLong() & WITHOUT_VARIANT | VARIANT)
                .toString();
    }

    private ActiveTrace trace(EndedRequest request, @Nullable Looks looks) {
        TraceContext context = TraceContext.unsigned(request.traceId());
        Sampling sampling = looks == null ? null : new Sampling(looks, null);
        TraceBudget budget = new TraceBudget(limits);
        return new ActiveTrace(
                sink, origin, capture, context, budget, TraceInsight.ofLooks(sampling), request.beganNanos());
    }
}
