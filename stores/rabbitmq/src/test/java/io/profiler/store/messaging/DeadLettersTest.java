// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import io.profiler.servers.AmqpBroker;
import io.profiler.store.ConnectionString;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeadLettersTest {

    @RegisterExtension
    static final AmqpBroker server = new AmqpBroker();

    private final List<String> calls = new ArrayList<>();

    @Test
    void listenOnceHoweverManyBatchesHaveSome() throws Exception {
        try (Broker broker = Broker.at(TransportUrl.of(new ConnectionString(server.url())), Duration.ofSeconds(2));
                Channel channel = broker.open()) {
            DeadLetters letters = new DeadLetters(broker, recording(channel));

            letters.keep(Map.of(delivery("one"), "no good"));
            letters.keep(Map.of(delivery("two"), "no good"));
            letters.keep(Map.of(delivery("three"), "no good"));
        }

        assertThat(server.waiting(DeadLetters.QUEUE)).isEqualTo(3);
        assertThat(calls).filteredOn("basicPublish"::equals).hasSize(3);
        assertThat(calls).filteredOn("addReturnListener"::equals).hasSize(1);
    }

    private static Delivery delivery(String body) {
        return new Delivery(new Envelope(1, false, "", ""), new BasicProperties(), body.getBytes());
    }

    private Channel recording(Channel channel) {
        return (Channel) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Channel.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    try {
                        return method.invoke(channel, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
