// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages of which it is known in the end that the broker has all of them, each in a queue. */
final class ConfirmedSending {

    private static final Logger logger = LoggerFactory.getLogger(ConfirmedSending.class);

    private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(10);
    private static final boolean MANDATORY = true;

    private final Broker broker;
    private final Channel channel;
    private volatile @Nullable Return returned;

    ConfirmedSending(Broker broker, Channel channel) throws IOException {
        this.broker = broker;
        this.channel = channel;
        channel.confirmSelect();
        channel.addReturnListener(message -> returned = message);
    }

    void send(String exchange, String routingKey, BasicProperties properties, byte[] body) throws IOException {
        broker.blocked().requireUnblocked();
        channel.basicPublish(exchange, routingKey, MANDATORY, properties, body);
    }

    /**
     * @throws IOException if the broker has not all of them
     */
    void awaitConfirms() throws IOException, TimeoutException, InterruptedException {
        if (!channel.waitForConfirms(CONFIRM_TIMEOUT.toMillis())) {
            throw new IOException("a queue is full, or its server is away");
        }
        Return lost = returned;
        returned = null;
        if (lost != null) {
            throw new IOException("no queue takes messages for " + lost.getRoutingKey());
        }
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Closes the channel, whatever becomes of it. */
    void abort() {
        try {
            channel.abort();
        } catch (IOException | ShutdownSignalException gone) {
            logger.debug("The channel was closed already", gone);
        }
    }
}
