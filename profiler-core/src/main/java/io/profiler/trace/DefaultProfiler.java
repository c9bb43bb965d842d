// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class DefaultProfiler implements Profiler {

    private final TracePointSink sink;
    private final Origin origin;
    private final ArgumentCapture capture;

    DefaultProfiler(TracePointSink sink, Origin origin, ArgumentCapture capture) {
        Faults.prepare();
        this.sink = new GuardedSink(sink);
        this.origin = origin;
        this.capture = capture;
    }

    @Override
    public ProfiledScope open(TraceContext context) {
        try {
            return RecorderScope.of(new Recorder(new ActiveTrace(sink, origin, capture, context), null));
        } catch (Throwable fault) {
            Faults.report(fault);
            return ProfiledScope.NOOP;
        }
    }

    @Override
    public Span start(String name, Map<String, ? extends @Nullable Object> info) {
        Recorder recorder = Recorder.current();
        return recorder == null ? Span.NOOP : start(recorder, name, info);
    }

    private static Span start(
            Recorder recorder, @Nullable String name, @Nullable Map<String, ? extends @Nullable Object> info) {
        try {
            return recorder.start(
                    SpanTemplate.of(recorder.trace.capture.spanName(String.valueOf(name))),
                    Info.own(recorder.trace.capture.copy(info)));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Span.NOOP;
        }
    }

    @Override
    public Optional<TraceContext> context() {
        Recorder recorder = Recorder.current();
        if (recorder == null) {
            return Optional.empty();
        }
        TraceContext received = recorder.trace.context;
        RecordedSpan span = recorder.span();
        return Optional.of(span == null ? received : received.below(span.id()));
    }
}
