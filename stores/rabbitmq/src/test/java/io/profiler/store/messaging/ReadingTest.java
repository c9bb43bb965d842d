// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final Channel channel = (Channel) Proxy.newProxyInstance(
            Channel.class.getClassLoader(), new Class<?>[] {Channel.class}, (proxy, method, arguments) -> null);

    @Test
    void whatTheBrokerStopsSendingInTheMiddleIsNotShownAsTheWhole() throws IOException {
        Reading reading = new Reading(channel, body -> Verdict.READ, 2, SHORT, SHORT);
        reading.handleDelivery("", new Envelope(1, false, "", ""), new BasicProperties(), new byte[0]);

        assertThatThrownBy(reading::await)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it sent 1 of 2 messages");
    }

    @Test
    void whatHasComeWholeEndsWell() throws Exception {
        Reading reading = new Reading(channel, body -> Verdict.READ, 1, SHORT, SHORT);
        reading.handleDelivery("", new Envelope(1, false, "", ""), new BasicProperties(), new byte[0]);

        reading.await();
    }
}
