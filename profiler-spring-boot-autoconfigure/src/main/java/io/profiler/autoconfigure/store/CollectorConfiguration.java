// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.profiler.autoconfigure.CollectorProperties;
import io.profiler.autoconfigure.ProfilerConfigurationException;
import io.profiler.autoconfigure.ProfilerProperties;
import io.profiler.collect.Collector;
import io.profiler.collect.CollectorSettings;
import io.profiler.store.ConnectionString;
import io.profiler.store.OpenedStores;
import io.profiler.store.messaging.MessagingTraceStoreFactory;
import io.profiler.store.messaging.TracePointQueue;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A collector from RabbitMQ into a store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(Collector.class)
@Import(ApplicationStores.class)
class CollectorConfiguration {

    private static final String STORE = "profiler.collector.connection-string";
    private static final String QUEUE = "profiler.collector.transport-url";
    private static final String EXAMPLE = "for example rabbit://user:password@host:5672/";
    private static final String AMQP = "org.springframework.boot:spring-boot-starter-amqp";

    @Bean("io.profiler.collectorLifecycle")
    CollectorLifecycle profilerCollectorLifecycle(
            CollectorProperties properties,
            ProfilerProperties profiler,
            ObjectProvider<ApplicationStore> applicationStores,
            ObjectProvider<ApplicationRabbit> rabbit) {
        OpenedStores stores = ConfiguredStores.of(
                STORE, properties.connectionString(), applicationStores.orderedStream(), profiler.storeOptions());
        TracePointQueue queue =
                queue(properties.transportUrl(), rabbit, profiler.storeOptions().connectTimeout());
        return new CollectorLifecycle(
                queue, stores, collector(queue, stores, properties), properties.shutdownTimeout());
    }

    private static TracePointQueue queue(
            @Nullable String transportUrl, ObjectProvider<ApplicationRabbit> rabbit, Duration connectTimeout) {
        ConnectionString url = new ConnectionString(transportUrl == null ? "" : transportUrl.strip());
        if (!url.value().isEmpty() && !url.scheme().equals("messaging")) {
            return opened(() -> MessagingTraceStoreFactory.queue(url, connectTimeout));
        }
        ApplicationRabbit own = rabbit.getIfAvailable();
        if (own == null) {
            throw new ProfilerConfigurationException(
                    "'" + QUEUE + "' is empty, and the application has no RabbitMQ connection factory of its own.",
                    "Set '" + QUEUE + "', " + EXAMPLE + ", or add the dependency " + AMQP
                            + " and set 'spring.rabbitmq.*'.");
        }
        return opened(() -> new TracePointQueue(own.broker(connectTimeout), ApplicationRabbitStore.options(url)));
    }

    private static TracePointQueue opened(Supplier<TracePointQueue> opening) {
        return ConfiguredStores.opened(
                QUEUE,
                "where trace points are to be collected from, " + EXAMPLE,
                "set 'profiler.collector.enabled' to false",
                opening);
    }

    private static Collector collector(TracePointQueue queue, OpenedStores stores, CollectorProperties properties) {
        try {
            return new Collector(queue, stores, settings(properties));
        } catch (IllegalArgumentException endless) {
            throw new ProfilerConfigurationException(
                    "'" + STORE + "': " + endless.getMessage() + ".",
                    "Set '" + STORE + "' to a store that keeps traces, for example mongodb://localhost:27017.");
        }
    }

    private static CollectorSettings settings(CollectorProperties properties) {
        try {
            return new CollectorSettings(
                    properties.prefetch(),
                    properties.batchSize(),
                    properties.flushInterval(),
                    CollectorSettings.defaults().maxBackOff(),
                    (int) Math.min(Integer.MAX_VALUE, properties.messageSize().toBytes()));
        } catch (IllegalArgumentException wrong) {
            throw new ProfilerConfigurationException(
                    "'profiler.collector.*': " + wrong.getMessage() + ".",
                    "Set 'profiler.collector.batch-size' to at least 1, 'profiler.collector.prefetch' to at least that,"
                            + " and 'profiler.collector.message-size' to at least 16KB.");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    static class MetricsConfiguration {

        @Bean("io.profiler.collectorMetrics")
        CollectorMetrics profilerCollectorMetrics(CollectorLifecycle lifecycle) {
            return new CollectorMetrics(lifecycle.collector());
        }
    }
}
