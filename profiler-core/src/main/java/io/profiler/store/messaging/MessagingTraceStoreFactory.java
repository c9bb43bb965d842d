// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStoreFactory;
import java.util.Set;

/**
 * Answers to {@code messaging://}, RabbitMQ on this host as for OSprofiler without a transport URL, and to that URL
 * itself: {@code rabbit://USER:PASSWORD@HOST:PORT/VIRTUAL_HOST}.
 */
public final class MessagingTraceStoreFactory implements TraceStoreFactory {

    @Override
    public Set<String> schemes() {
        return Set.of("messaging", "rabbit");
    }

    @Override
    public String dependency() {
        return "org.springframework.boot:spring-boot-starter-amqp";
    }

    @Override
    public TraceStore create(ConnectionString connectionString, StoreOptions options) {
        TransportUrl url = TransportUrl.of(connectionString);
        return new MessagingTraceStore(Broker.at(url, options.connectTimeout()), url.options());
    }
}
