// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.profiler.propagation.HeaderVerdict.Reason;
import io.profiler.propagation.HeaderVerifier;

/** {@code profiler.headers} by outcome and reason, and {@code profiler.traces.forgotten}. */
final class HeaderMetrics implements MeterBinder {

    private final HeaderVerifier verifier;

    HeaderMetrics(HeaderVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Reason reason : Reason.values()) {
            FunctionCounter.builder("profiler.headers", verifier, source -> source.count(reason))
                    .description("Trace headers that requests came with")
                    .tag("outcome", reason == Reason.ACCEPTED ? "accepted" : "rejected")
                    .tag("reason", reason.tag())
                    .register(registry);
        }
        FunctionCounter.builder("profiler.traces.forgotten", verifier, HeaderVerifier::countForgotten)
                .description("Traces whose headers are good for longer than they should be")
                .register(registry);
    }
}
