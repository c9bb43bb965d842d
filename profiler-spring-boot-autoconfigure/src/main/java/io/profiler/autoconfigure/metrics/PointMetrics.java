// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.profiler.export.PointCounts;
import io.profiler.export.TracePointExporter;
import io.profiler.store.TraceWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * {@code profiler.points.recorded}, {@code .stored}, {@code .dropped} by reason, and {@code .waiting}; with several stores
 * each by {@code store}, to which its number is added where one before it has the same name.
 */
final class PointMetrics implements MeterBinder {

    private final TracePointExporter exporter;

    PointMetrics(TracePointExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        List<TraceWriter> stores = List.copyOf(exporter.countsByStore().keySet());
        Set<String> names = new HashSet<>();
        for (int lane = 0; lane < stores.size(); lane++) {
            String text = stores.get(lane).toString();
            String name = names.add(text) ? text : text + " (" + (lane + 1) + ")";
            Tags tags = stores.size() == 1 ? Tags.empty() : Tags.of("store", name);
            new Account(lane, tags).bindTo(registry, exporter);
        }
    }

    /** The meters of one store. They know it by its place, because registries refer to the exporter weakly. */
    private record Account(int lane, Tags tags) {

        void bindTo(MeterRegistry registry, TracePointExporter exporter) {
            counter("recorded", exporter, PointCounts::recorded)
                    .description("Trace points made by profiled requests")
                    .register(registry);
            counter("stored", exporter, PointCounts::stored)
                    .description("Trace points that the store has")
                    .register(registry);
            dropped("queue_full", exporter, PointCounts::droppedQueueFull).register(registry);
            dropped("queue_bytes", exporter, PointCounts::droppedQueueBytes).register(registry);
            dropped("rejected", exporter, PointCounts::droppedRejected).register(registry);
            dropped("limit", exporter, PointCounts::droppedLimit).register(registry);
            dropped("shutdown", exporter, PointCounts::droppedShutdown).register(registry);
            Gauge.builder("profiler.points.waiting", exporter, value(PointCounts::waiting))
                    .description("Trace points that are not stored yet")
                    .tags(tags)
                    .register(registry);
        }

        private FunctionCounter.Builder<TracePointExporter> dropped(
                String reason, TracePointExporter exporter, ToLongFunction<PointCounts> count) {
            return counter("dropped", exporter, count)
                    .description("Trace points that are lost")
                    .tag("reason", reason);
        }

        private FunctionCounter.Builder<TracePointExporter> counter(
                String name, TracePointExporter exporter, ToLongFunction<PointCounts> count) {
            return FunctionCounter.builder("profiler.points." + name, exporter, value(count))
                    .tags(tags);
        }

        private ToDoubleFunction<TracePointExporter> value(ToLongFunction<PointCounts> count) {
            return source -> count.applyAsLong(
                    List.copyOf(source.countsByStore().values()).get(lane));
        }
    }
}
