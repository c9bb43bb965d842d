// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.metrics;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.context.ApplicationContext;

/** What the meters of an application's flight recorder say. */
public final class FlightRecorderMeters {

    private FlightRecorderMeters() {}

    /** Binds the application's own. */
    public static SimpleMeterRegistry of(ApplicationContext context) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        context.getBean(FlightRecorderMetrics.class).bindTo(registry);
        return registry;
    }

    public static double missed(SimpleMeterRegistry meters, String reason) {
        return meters.get("profiler.flight-recorder.missed")
                .tag("reason", reason)
                .functionCounter()
                .count();
    }

    public static double kept(SimpleMeterRegistry meters, String because) {
        return meters.get("profiler.flight-recorder.kept")
                .tag("because", because)
                .functionCounter()
                .count();
    }
}
