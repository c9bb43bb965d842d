// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import io.profiler.admission.Admission;
import io.profiler.autoconfigure.Guard;
import io.profiler.trace.TracePosition;
import java.util.function.Supplier;

/** Lets those observations be made that become spans, and all as soon as somebody else listens. */
final class WhileProfiled implements ObservationPredicate {

    private static final String OF_WEBFLUX = "org.springframework.web.reactive.";

    private final ObservationSpans spans;
    private final Supplier<Admission> admission;
    private final OtherHandlers others;
    private final boolean reactive;

    /**
     * @param reactive whether the application serves its requests by WebFlux
     */
    WhileProfiled(ObservationSpans spans, Supplier<Admission> admission, OtherHandlers others, boolean reactive) {
        this.spans = spans;
        this.admission = admission;
        this.others = others;
        this.reactive = reactive;
    }

    @Override
    public boolean test(String name, Observation.Context context) {
        try {
            return others.listen() || isProfiled(context) && spans.wants(name, context);
        } catch (Throwable fault) {
            Guard.report(fault);
            return false;
        }
    }

    /** No thread tells whether a reactive call is profiled. */
    private boolean isProfiled(Observation.Context context) {
        return TracePosition.current() != null
                || isReactive(context) && admission.get().isProfiling();
    }

    private boolean isReactive(Observation.Context context) {
        return reactive || context.getClass().getName().startsWith(OF_WEBFLUX);
    }
}
