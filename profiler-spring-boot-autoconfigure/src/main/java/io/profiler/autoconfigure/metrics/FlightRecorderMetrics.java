// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.profiler.trace.flight.FlightRecorder;
import io.profiler.trace.flight.Keeping;
import io.profiler.trace.flight.KeptBecause;
import io.profiler.trace.flight.Missed;

/** {@code profiler.flight-recorder}: what is recorded, kept, missed and held. */
final class FlightRecorderMetrics implements MeterBinder {

    private static final String NAME = "profiler.flight-recorder.";

    private final FlightRecorder recorder;
    private final Keeping keeping;

    FlightRecorderMetrics(FlightRecorder recorder, Keeping keeping) {
        this.recorder = recorder;
        this.keeping = keeping;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(NAME + "recorded", recorder, FlightRecorder::recorded)
                .description("Requests that were recorded, to keep few of them")
                .register(registry);
        Gauge.builder(NAME + "memory", recorder, FlightRecorder::heldBytes)
                .description("What recorded requests hold that are under way")
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
        for (KeptBecause because : KeptBecause.values()) {
            FunctionCounter.builder(NAME + "kept", keeping, source -> source.kept(because))
                    .description("Recorded requests of which a trace is kept")
                    .tag("because", because.tag())
                    .register(registry);
        }
        for (Missed reason : Missed.values()) {
            FunctionCounter.builder(NAME + "missed", recorder, source -> source.missed(reason))
                    .description(
                            "Requests that were not recorded, not as a whole, or not kept though they were worth it")
                    .tag("reason", reason.tag())
                    .register(registry);
        }
    }
}
