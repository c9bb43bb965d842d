// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever receives over connections of an application's is warned of large messages. */
@ExtendWith(OutputCaptureExtension.class)
class SharedConnectionsTest {

    private static final String WARNING = "unless the broker's 'max_message_size' is smaller";

    private final CachingConnectionFactory connections = new CachingConnectionFactory("localhost");

    @Test
    void warnsOnceOfEach(CapturedOutput output) {
        try (Broker one = Broker.sharing(connections);
                Broker other = Broker.sharing(connections)) {
            one.willReceive();
            one.willReceive();
            assertThat(output).containsOnlyOnce(WARNING);

            other.willReceive();
            assertThat(output.getOut().split(WARNING, -1)).hasSize(3);
        }
    }

    @Test
    void warnsOfNoneThatTakesThem(CapturedOutput output) {
        connections.getRabbitConnectionFactory().setMaxInboundMessageBodySize(OwnConnections.REFUSED_MESSAGE);
        try (Broker broker = Broker.sharing(connections)) {
            broker.willReceive();
        }

        assertThat(output).doesNotContain(WARNING);
    }
}
