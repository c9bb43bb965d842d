// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.profiler.export.PointCounts;
import io.profiler.export.TracePointExporter;
import io.profiler.store.TraceStore;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * {@code profiler.points.created}, {@code .stored}, {@code .dropped} by reason, and {@code .waiting}; with several stores
 * each by {@code store}.
 */
final class PointMetrics implements MeterBinder {

    private final TracePointExporter exporter;

    PointMetrics(TracePointExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Set<TraceStore> stores = exporter.countsByStore().keySet();
        for (TraceStore store : stores) {
            Tags tags = stores.size() == 1 ? Tags.empty() : Tags.of("store", store.toString());
            new Account(exporter, store, tags).bindTo(registry);
        }
    }

    /** The meters of one store; registries refer to the exporter weakly. */
    private record Account(TracePointExporter exporter, TraceStore store, Tags tags) {

        void bindTo(MeterRegistry registry) {
            counter("created", PointCounts::created)
                    .description("Trace points made by profiled requests")
                    .register(registry);
            counter("stored", PointCounts::stored)
                    .description("Trace points that the store has")
                    .register(registry);
            dropped("queue_full", PointCounts::droppedQueueFull).register(registry);
            dropped("rejected", PointCounts::droppedRejected).register(registry);
            dropped("shutdown", PointCounts::droppedShutdown).register(registry);
            Gauge.builder("profiler.points.waiting", exporter, value(PointCounts::waiting))
                    .description("Trace points that are not stored yet")
                    .tags(tags)
                    .register(registry);
        }

        private FunctionCounter.Builder<TracePointExporter> dropped(String reason, ToLongFunction<PointCounts> count) {
            return counter("dropped", count)
                    .description("Trace points that are lost")
                    .tag("reason", reason);
        }

        private FunctionCounter.Builder<TracePointExporter> counter(String name, ToLongFunction<PointCounts> count) {
            return FunctionCounter.builder("profiler.points." + name, exporter, value(count))
                    .tags(tags);
        }

        private ToDoubleFunction<TracePointExporter> value(ToLongFunction<PointCounts> count) {
            return source -> count.applyAsLong(
                    Objects.requireNonNull(source.countsByStore().get(store)));
        }
    }
}
