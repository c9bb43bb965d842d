// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.profiler.admission.Admission;
import io.profiler.admission.Refusal;

/** {@code profiler.requests.unprofiled} by the limit that was reached. */
final class AdmissionMetrics implements MeterBinder {

    private final Admission admission;

    AdmissionMetrics(Admission admission) {
        this.admission = admission;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Refusal refusal : Refusal.values()) {
            FunctionCounter.builder("profiler.requests.unprofiled", admission, source -> source.count(refusal))
                    .description("Requests with accepted headers that were served unprofiled")
                    .tag("reason", refusal.tag())
                    .register(registry);
        }
    }
}
