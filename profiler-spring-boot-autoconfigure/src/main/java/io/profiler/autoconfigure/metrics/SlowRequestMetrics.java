// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.profiler.trace.watch.KeptPerMinute;
import io.profiler.trace.watch.Watchdog;

/** {@code profiler.slow.kept} and {@code profiler.slow.missed} by reason. */
final class SlowRequestMetrics implements MeterBinder {

    private final Watchdog watchdog;
    private final KeptPerMinute perMinute;

    SlowRequestMetrics(Watchdog watchdog, KeptPerMinute perMinute) {
        this.watchdog = watchdog;
        this.perMinute = perMinute;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("profiler.slow.kept", perMinute, KeptPerMinute::kept)
                .description("Slow requests of which a trace is kept though nobody asked for it")
                .register(registry);
        missed("per_minute", FunctionCounter.builder("profiler.slow.missed", perMinute, KeptPerMinute::refused))
                .register(registry);
        missed("unwatched", FunctionCounter.builder("profiler.slow.missed", watchdog, Watchdog::unwatched))
                .register(registry);
    }

    private static <T> FunctionCounter.Builder<T> missed(String reason, FunctionCounter.Builder<T> counter) {
        return counter.description("Requests that were not watched, or slow and not kept, because there are too many")
                .tag("reason", reason);
    }
}
