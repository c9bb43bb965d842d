// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.store.ConnectionString;
import io.profiler.store.Library;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStoreFactory;
import io.profiler.store.TraceWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Answers to {@code messaging://}, RabbitMQ on this host as for OSprofiler without a transport URL, and to that URL
 * itself: {@code rabbit://USER:PASSWORD@HOST:PORT/VIRTUAL_HOST}.
 *
 * @since 0.1
 */
public final class MessagingTraceStoreFactory implements TraceStoreFactory {

    private static final String STARTER = "io.profiler:profiler-spring-boot-starter-rabbitmq";
    private static final List<Library> LIBRARIES = List.of(
            new Library(
                    "org.springframework.amqp:spring-rabbit",
                    "org.springframework.amqp.rabbit.connection.CachingConnectionFactory",
                    STARTER),
            new Library("com.rabbitmq:amqp-client", "com.rabbitmq.client.ConnectionFactory", STARTER));

    /** For {@link java.util.ServiceLoader}. */
    public MessagingTraceStoreFactory() {}

    @Override
    public Set<String> schemes() {
        return Set.of("messaging", "rabbit");
    }

    @Override
    public List<Library> libraries(ConnectionString connectionString) {
        return LIBRARIES;
    }

    @Override
    public TraceWriter create(ConnectionString connectionString, StoreOptions options) {
        TransportUrl url = TransportUrl.of(connectionString);
        return new MessagingTraceStore(Broker.at(url, options.connectTimeout()), url.options());
    }

    /**
     * {@return the queue that a transport URL names, without connecting; the caller closes it}
     *
     * @param transportUrl one of {@link #schemes()}, with the options of the queue
     * @param connectTimeout how long a call waits for a connection
     * @throws io.profiler.store.InvalidConnectionStringException if that is no transport URL
     * @throws io.profiler.store.MissingLibraryException if a library is not on the classpath
     */
    public static TracePointQueue queue(ConnectionString transportUrl, Duration connectTimeout) {
        return Library.using(LIBRARIES, transportUrl, () -> TracePointQueue.at(transportUrl, connectTimeout));
    }
}
