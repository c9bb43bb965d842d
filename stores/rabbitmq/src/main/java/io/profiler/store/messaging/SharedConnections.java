// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/** Connections of an application's, whose settings are not ours to change. */
final class SharedConnections {

    private static final Logger logger = LoggerFactory.getLogger(Broker.class);

    private SharedConnections() {}

    /** Warns whoever is about to receive messages, if the client ends the connection when a large one comes. */
    static void warnOfLargeMessages(ConnectionFactory connections) {
        int refused = connections instanceof AbstractConnectionFactory factory
                ? refused(factory)
                : OwnConnections.REFUSED_MESSAGE;
        if (refused < OwnConnections.REFUSED_MESSAGE) {
            logger.warn(
                    "Messages come over the application's own connections to RabbitMQ, whose client ends the connection"
                            + " when one of {} bytes comes, and again whenever that comes back: unless the broker's"
                            + " 'max_message_size' is smaller, call setMaxInboundMessageBodySize({}) on its connection"
                            + " factory, or set a transport URL",
                    refused,
                    OwnConnections.REFUSED_MESSAGE);
        }
    }

    private static int refused(AbstractConnectionFactory factory) {
        return factory.getRabbitConnectionFactory().params(null).getMaxInboundMessageBodySize();
    }
}
