// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;

/**
 * Exchange, queue and message properties of the topic {@code profiler}, as oslo.messaging 14.0.3 makes them. Both sides
 * declare them, so that what is published before anybody listens is kept.
 */
final class OsloQueue {

    static final String EXCHANGE = "openstack";

    /** The name is the routing key, too. */
    static final String NAME = "profiler.info";

    private static final int PERSISTENT = 2;

    static final BasicProperties PROPERTIES = new BasicProperties.Builder()
            .contentType("application/json")
            .contentEncoding("utf-8")
            .headers(Map.of())
            .deliveryMode(PERSISTENT)
            .priority(0)
            .build();

    private final boolean durable;
    private final boolean quorum;
    private final Map<String, Object> arguments;

    OsloQueue(MessagingOptions options) {
        this.durable = options.durable() || options.quorum();
        this.quorum = options.quorum();
        this.arguments = quorum ? Map.of("x-queue-type", "quorum") : Map.of();
    }

    /** Whether it is one that a cluster replicates. */
    boolean isQuorum() {
        return quorum;
    }

    /** Does not wait: a broker that disagrees closes the channel, so that whatever comes next on it fails. */
    void declare(Channel channel) throws IOException {
        channel.exchangeDeclareNoWait(EXCHANGE, BuiltinExchangeType.TOPIC, durable, false, false, Map.of());
        channel.queueDeclareNoWait(NAME, durable, false, false, arguments);
        channel.queueBindNoWait(NAME, EXCHANGE, NAME, Map.of());
    }
}
