// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.profiler.collect.Collector;
import io.profiler.collect.CollectorCounts;
import java.util.function.ToLongFunction;

/** {@code profiler.collector.stored}, {@code .dead} by reason, and {@code .waiting}. */
final class CollectorMetrics implements MeterBinder {

    private final Collector collector;

    CollectorMetrics(Collector collector) {
        this.collector = collector;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter("stored", CollectorCounts::stored)
                .description("Trace points moved from the queue into the store")
                .register(registry);
        dead("unreadable", CollectorCounts::unreadable).register(registry);
        dead("rejected", CollectorCounts::rejected).register(registry);
        Gauge.builder(
                        "profiler.collector.waiting",
                        collector,
                        source -> source.counts().waiting())
                .description("Messages that wait in the queue")
                .register(registry);
    }

    private FunctionCounter.Builder<Collector> dead(String reason, ToLongFunction<CollectorCounts> count) {
        return counter("dead", count)
                .description("Messages that became dead letters")
                .tag("reason", reason);
    }

    private FunctionCounter.Builder<Collector> counter(String name, ToLongFunction<CollectorCounts> count) {
        return FunctionCounter.builder(
                "profiler.collector." + name, collector, source -> count.applyAsLong(source.counts()));
    }
}
