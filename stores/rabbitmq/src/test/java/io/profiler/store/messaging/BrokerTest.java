// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.servers.AmqpBroker;
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
}
