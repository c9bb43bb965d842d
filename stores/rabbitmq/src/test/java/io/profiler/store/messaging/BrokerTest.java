// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.impl.AMQConnection;
import io.profiler.servers.AmqpBroker;
import java.lang.reflect.Field;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.CacheMode;

class BrokerTest {

    @RegisterExtension
    static final AmqpBroker server = new AmqpBroker();

    /** {@code spring.rabbitmq.cache.connection.mode=connection}. */
    @Test
    void aChannelGivesItsConnectionBackWhereSpringKeepsOneForEach() throws Exception {
        CachingConnectionFactory connections = new CachingConnectionFactory("127.0.0.1", server.port());
        connections.setCacheMode(CacheMode.CONNECTION);
        connections.setCloseTimeout(1_000);
        try (Broker broker = Broker.sharing(connections)) {
            for (int channel = 0; channel < 3; channel++) {
                broker.open().abort();
            }

            assertThat(connections.getCacheProperties())
                    .containsEntry("openConnections", "1")
                    .containsEntry("idleConnections", "1");
            broker.open();
        } finally {
            connections.destroy();
        }
    }

    @Test
    void nothingOfItStaysOnAConnectionOfTheApplications() throws Exception {
        CachingConnectionFactory connections = new CachingConnectionFactory("127.0.0.1", server.port());
        try {
            int before = listeners(connections);
            try (Broker broker = Broker.sharing(connections)) {
                broker.open().abort();
                assertThat(listeners(connections)).isEqualTo(before + 1);
            }

            assertThat(listeners(connections)).isEqualTo(before);
        } finally {
            connections.destroy();
        }
    }

    private static int listeners(CachingConnectionFactory connections) throws ReflectiveOperationException {
        Connection connection = connections.createConnection().getDelegate();
        Field listeners = AMQConnection.class.getDeclaredField("blockedListeners");
        listeners.setAccessible(true);
        return ((Collection<?>) listeners.get(connection)).size();
    }
}
