// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The properties {@code profiler.collector.*}.
 *
 * @param enabled Whether this application moves trace points from RabbitMQ into a store.
 * @param connectionString Where collected traces are stored, for example mongodb://localhost:27017; neither a queue nor
 *     OTLP. Empty means the application's own MongoDB.
 * @param transportUrl Where trace points are collected from, for example rabbit://user:password@host:5672/. Empty means
 *     the application's own RabbitMQ.
 * @param prefetch How many messages may be in hand.
 * @param batchSize How many trace points are stored at once.
 * @param flushInterval How long a trace point may wait for a batch to fill.
 * @param messageSize How large a message may be. A larger one becomes a dead letter that nobody has read.
 * @param shutdownTimeout How long shutting down may take to store what is in hand.
 * @since 0.1
 */
@ConfigurationProperties("profiler.collector")
public record CollectorProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable String connectionString,
        @Nullable String transportUrl,
        @DefaultValue("2000") int prefetch,
        @DefaultValue("1000") int batchSize,
        @DefaultValue("200ms") Duration flushInterval,
        @DefaultValue("1MB") DataSize messageSize,
        @DefaultValue("5s") Duration shutdownTimeout) {

    /**
     * Checks what the collector does not check itself.
     *
     * @throws ProfilerConfigurationException if the interval is less than a millisecond, naming the property
     */
    public CollectorProperties {
        AtLeast.oneMillisecond("profiler.collector.flush-interval", flushInterval);
    }

    @Override
    public String toString() {
        return "CollectorProperties[enabled=" + enabled + "]";
    }
}
