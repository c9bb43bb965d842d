// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.servers.AmqpBroker;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RabbitTest extends MessagingContract {

    @RegisterExtension
    static final AmqpBroker BROKER = new AmqpBroker();

    RabbitTest() {
        super("rabbit");
    }

    @Override
    Service startService() {
        return Service.start(
                RabbitApplication.class, "spring.rabbitmq.host=127.0.0.1", "spring.rabbitmq.port=" + BROKER.port());
    }

    @Test
    void spansTellOfTheQueue() {
        Spans spans = service().profiled("/send?to=orders&text=told").assertTree(whole("rabbit.send"));

        assertThat(spans.message("rabbit.send-start"))
                .isEqualTo(
                        Map.of("system", "rabbit", "destination", "orders", "exchange", "", "routing_key", "orders"));
        assertThat(spans.message("rabbit.listener-start"))
                .isEqualTo(
                        Map.of("system", "rabbit", "destination", "orders", "exchange", "", "routing_key", "orders"));
    }

    @Test
    void aDirectContainerWithAdviceOfItsOwnToo() {
        service().profiled("/send?to=direct&text=direct").assertTree(whole("rabbit.send"));

        assertThat(service().bean(RabbitApplication.OwnAdvice.class).calls()).isPositive();
    }
}
