// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import io.profiler.autoconfigure.CallDescription;
import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts a span around each observation of a profiled request. Outside of one there is nothing to do but to see that. */
final class ObservationSpans implements ObservationHandler<Observation.Context> {

    private final TracedObservations traced;
    private final HttpCalls calls;

    ObservationSpans(TracedObservations traced, HttpCalls calls) {
        this.traced = traced;
        this.calls = calls;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }

    boolean wants(@Nullable String name, Observation.Context context) {
        return traced.contain(name, context);
    }

    @Override
    public void onStart(Observation.Context context) {
        try {
            TracePosition position = isOpen(ObservedSpan.of(context)) ? null : position(context.getParentObservation());
            if (position != null && wants(context.getName(), context)) {
                start(context, position);
            }
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }

    /** It was started before, and is started again. */
    private static boolean isOpen(@Nullable ObservedSpan observed) {
        return observed != null && !observed.hasEnded();
    }

    private static @Nullable TracePosition position(@Nullable ObservationView parent) {
        ObservedSpan around = ObservedSpan.around(parent);
        return around == null ? TracePosition.current() : around.goOn(TracePosition.current());
    }

    private void start(Observation.Context context, TracePosition position) {
        Span span = position.start(String.valueOf(context.getName()), startInfo(context));
        TracePosition inside = TracePosition.below(span);
        if (inside != null) {
            new ObservedSpan(span, inside).keepIn(context);
        }
    }

    private Map<String, Object> startInfo(Observation.Context context) {
        Map<String, Object> info = new LinkedHashMap<>();
        HttpCall call = calls.of(context);
        if (call != null) {
            info.put(CallDescription.MEMBER, calls.describe(call));
        }
        if (context.getContextualName() != null) {
            info.put(StopValues.MEMBER, Map.of("name", context.getContextualName()));
        }
        return info;
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
        withSpan(context, OpenScope::begin);
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
        withSpan(context, OpenScope::end);
    }

    /** Micrometer still calls it. */
    @Override
    @SuppressWarnings("deprecation")
    public void onScopeReset(Observation.Context context) {
        withSpan(context, OpenScope::end);
    }

    @Override
    public void onEvent(Observation.Event event, Observation.Context context) {
        withSpan(context, observed -> observed.events().add(event.getName()));
    }

    @Override
    public void onStop(Observation.Context context) {
        withSpan(context, observed -> observed.stop(context.getError(), stopInfo(context, observed)));
    }

    private static void withSpan(Observation.Context context, Consumer<ObservedSpan> step) {
        try {
            ObservedSpan observed = ObservedSpan.of(context);
            if (observed != null) {
                step.accept(observed);
            }
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }

    /** The span ends, whatever can be said of it. */
    private Map<String, Object> stopInfo(Observation.Context context, ObservedSpan observed) {
        Map<String, Object> info = new LinkedHashMap<>();
        Guard.run(() -> info.putAll(StopValues.of(context, observed.events(), calls.of(context) != null)));
        Guard.run(() -> info.putAll(calls.outcome(context)));
        return info;
    }
}
