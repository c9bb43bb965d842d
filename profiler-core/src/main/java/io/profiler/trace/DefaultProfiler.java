// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.LastUsed;
import io.profiler.internal.ThreadCounters;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.jvm.JvmEvents;
import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.Sampler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class DefaultProfiler implements Profiler {

    private static final int REMEMBERED_TRACES = 4_096;

    /** One for all: what it costs a machine has one bound. */
    static final Sampler SAMPLER = new Sampler();

    /** One for all, as there is one recorder. */
    private static final JvmEvents JVM_EVENTS = new JvmEvents();

    private final TracePointSink sink;
    private final Origin origin;
    private final ArgumentCapture capture;
    private final TraceLimits limits;
    private final LastUsed<String, TraceBudget> budgets;
    private final boolean counts;
    private final SampleSettings samples;
    private final boolean jvmEvents;
    private final boolean virtualThreads;
    private final MethodMasks methodMasks;

    DefaultProfiler(TracePointSink sink, Origin origin, ArgumentCapture capture, TraceLimits limits, Insight insight) {
        Faults.prepare();
        this.sink = new GuardedSink(sink);
        this.origin = origin;
        this.capture = capture;
        this.counts = insight.counters() && ThreadCounters.allocatedBytes() != ThreadCounters.UNKNOWN;
        this.samples = insight.samples();
        this.jvmEvents = insight.jvmEvents();
        this.virtualThreads = insight.virtualThreads();
        this.methodMasks = new MethodMasks(insight.methods(), insight.methodsByToken());
        this.limits = limits;
        this.budgets = new LastUsed<>(REMEMBERED_TRACES, baseId -> new TraceBudget(limits));
    }

    @Override
    public ProfiledScope open(TraceContext context) {
        try {
            // Traces that are new with each request, any number of them, push out no other's.
            TraceBudget budget = context.isNew() ? new TraceBudget(limits) : budgets.of(context.baseId());
            return budget.isSpent() ? ProfiledScope.NOOP : open(context, budget);
        } catch (Throwable fault) {
            Faults.report(fault);
            return ProfiledScope.FAILED;
        }
    }

    private ProfiledScope open(TraceContext context, TraceBudget budget) {
        Duration period = samples.period(context.allowance().samples());
        Sampling sampling = period.isZero() ? null : sampling(period);
        boolean refusedLooks = !period.isZero() && sampling == null;
        TraceInsight insight =
                new TraceInsight(counts, sampling, refusedLooks, methodMasks.of(context.allowance()), virtualThreads);
        ActiveTrace trace = new ActiveTrace(sink, origin, capture, context, budget, insight, System.nanoTime());
        return RecorderScope.of(new Recorder(trace, null));
    }

    /** Null if the sampler takes no more requests. */
    private @Nullable Sampling sampling(Duration period) {
        Looks looks = SAMPLER.begin(period);
        return looks == null ? null : new Sampling(looks, jvmEvents ? new JvmWitness(JVM_EVENTS) : null);
    }

    @Override
    public Span start(String name, Map<String, ? extends @Nullable Object> info) {
        Recorder recorder = CurrentRecorder.get();
        return recorder == null ? Span.NOOP : start(recorder, name, info);
    }

    private static Span start(
            Recorder recorder, @Nullable String name, @Nullable Map<String, ? extends @Nullable Object> info) {
        try {
            SpanTemplate template = recorder.trace.template(name);
            return recorder.admit(template) ? recorder.start(template, recorder.trace.info(info)) : Span.NOOP;
        } catch (Throwable fault) {
            Faults.report(fault);
            return Span.NOOP;
        }
    }

    @Override
    public Optional<TraceContext> context() {
        TracePosition position = TracePosition.current();
        try {
            return position == null || !position.trace.context.isSigned()
                    ? Optional.empty()
                    : Optional.of(position.context());
        } catch (Throwable fault) {
            Faults.report(fault);
            return Optional.empty();
        }
    }
}
