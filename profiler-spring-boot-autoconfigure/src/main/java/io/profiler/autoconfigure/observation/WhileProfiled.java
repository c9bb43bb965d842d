// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import io.profiler.admission.Admission;
import io.profiler.trace.TracePosition;
import java.util.function.Supplier;

/** Lets those observations be made that become spans. */
final class WhileProfiled implements ObservationPredicate {

    private static final String OF_WEBFLUX = "org.springframework.web.reactive.";

    private final ObservationSpans spans;
    private final Supplier<Admission> admission;

    WhileProfiled(ObservationSpans spans, Supplier<Admission> admission) {
        this.spans = spans;
        this.admission = admission;
    }

    @Override
    public boolean test(String name, Observation.Context context) {
        return isProfiled(context) && spans.wants(name, context);
    }

    /** No thread tells whether a reactive call is profiled. */
    private boolean isProfiled(Observation.Context context) {
        return TracePosition.current() != null
                || context.getClass().getName().startsWith(OF_WEBFLUX)
                        && admission.get().isProfiling();
    }
}
