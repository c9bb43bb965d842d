// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an observation: its span, and where the trace goes on inside of it. The span's place is known in the
 * observation's context by {@link TracePosition}, for what sends it on.
 */
final class ObservedSpan {

    private static final int MOST_LEVELS = 100;

    private final Span span;
    private final TracePosition inside;
    private final ObservedEvents events = new ObservedEvents();
    private volatile boolean ended;

    ObservedSpan(Span span, TracePosition inside) {
        this.span = span;
        this.inside = inside;
    }

    void keepIn(Observation.Context context) {
        context.put(ObservedSpan.class, this);
        context.put(TracePosition.class, inside);
    }

    static @Nullable ObservedSpan of(Observation.ContextView context) {
        return context.get(ObservedSpan.class);
    }

    /** The nearest observation from here outwards that has a span. Applications may make circles of them. */
    static @Nullable ObservedSpan around(@Nullable ObservationView observation) {
        ObservationView outer = observation;
        for (int level = 0; level < MOST_LEVELS && outer != null; level++) {
            Observation.ContextView context = outer.getContextView();
            ObservedSpan observed = of(context);
            if (observed != null) {
                return observed;
            }
            outer = context.getParentObservation();
        }
        return null;
    }

    /** Where to go on from on a thread: from where it is, unless this observation was carried there. */
    TracePosition goOn(@Nullable TracePosition current) {
        return current != null && (ended || isAround(current)) ? current : inside;
    }

    void stop(@Nullable Throwable error, Map<String, Object> info) {
        ended = true;
        span.stop(error, info);
    }

    ObservedEvents events() {
        return events;
    }

    boolean hasEnded() {
        return ended;
    }

    TracePosition inside() {
        return inside;
    }

    /** Whether a place is inside of it. */
    boolean isAround(@Nullable TracePosition position) {
        return position != null && position.isBelow(span);
    }
}
