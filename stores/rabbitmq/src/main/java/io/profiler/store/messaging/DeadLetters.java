// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The queue {@code profiler.dead-letter}, for messages that no store will ever take. It is the collector's own: the
 * other queue cannot name it as its dead-letter exchange, because then it would be another one than oslo.messaging
 * declares.
 */
final class DeadLetters {

    static final String QUEUE = "profiler.dead-letter";

    private static final String DEFAULT_EXCHANGE = "";
    private static final String REASON = "x-profiler-reason";
    private static final int PERSISTENT = 2;

    /** The oldest go first. */
    private static final Map<String, Object> BOUNDS = Map.of(
            "x-message-ttl", Duration.ofDays(14).toMillis(), "x-max-length", 10_000, "x-max-length-bytes", 256 << 20);

    private final Broker broker;
    private final Channel channel;
    private @Nullable ConfirmedSending sending;

    /**
     * @param channel of a subscription, which has one of these for all of its messages
     */
    DeadLetters(Broker broker, Channel channel) {
        this.broker = broker;
        this.channel = channel;
    }

    /**
     * Keeps messages, by their reasons.
     *
     * @throws IOException if the broker does not have all of them now
     */
    void keep(Map<Delivery, String> reasons) throws IOException, TimeoutException, InterruptedException {
        declareUnlessThere();
        ConfirmedSending ready = sending();
        for (Map.Entry<Delivery, String> dead : reasons.entrySet()) {
            Delivery delivery = dead.getKey();
            ready.send(
                    DEFAULT_EXCHANGE, QUEUE, properties(delivery.getProperties(), dead.getValue()), delivery.getBody());
        }
        ready.awaitConfirms();
    }

    /** One for all letters, because it listens on the channel as long as that is open. */
    private ConfirmedSending sending() throws IOException {
        ConfirmedSending made = sending;
        if (made == null) {
            made = new ConfirmedSending(broker, channel);
            sending = made;
        }
        return made;
    }

    /** However it was made by somebody else, it will do. */
    private void declareUnlessThere() throws IOException {
        Connection connection = channel.getConnection();
        Channel probe = connection.createChannel();
        if (probe == null) {
            throw new IOException("no channel is left on the connection");
        }
        try {
            probe.queueDeclarePassive(QUEUE);
        } catch (IOException notThere) {
            channel.queueDeclare(QUEUE, true, false, false, bounds(connection));
        } finally {
            probe.abort();
        }
    }

    /** Other brokers refuse what they do not know. */
    private static Map<String, Object> bounds(Connection connection) {
        Object product = connection.getServerProperties().get("product");
        return String.valueOf(product).equals("RabbitMQ") ? BOUNDS : Map.of();
    }

    /** Foreign headers are left behind: some of them tell the broker to send a message elsewhere, even back to us. */
    private static BasicProperties properties(BasicProperties received, String reason) {
        return new BasicProperties.Builder()
                .contentType(received.getContentType())
                .contentEncoding(received.getContentEncoding())
                .headers(Map.of(REASON, reason))
                .deliveryMode(PERSISTENT)
                .build();
    }
}
