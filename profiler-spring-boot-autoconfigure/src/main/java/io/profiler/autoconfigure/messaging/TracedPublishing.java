// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import com.rabbitmq.client.AMQP.Basic.Publish;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.observation.ObservationCollector;
import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.Signature;
import io.profiler.trace.TracePosition;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What profiled requests publish by RabbitMQ's client, however they do it. The application's own collector sees it as if it
 * had been called by the client.
 */
final class TracedPublishing implements ObservationCollector {

    private final ObservationCollector own;
    private final SendSpans spans;
    private final RabbitHosts hosts;

    /**
     * @param hosts that this may publish to
     */
    TracedPublishing(ObservationCollector own, SendSpans spans, RabbitHosts hosts) {
        this.own = own;
        this.spans = spans;
        this.hosts = hosts;
    }

    RabbitHosts hosts() {
        return hosts;
    }

    @Override
    public void publish(
            PublishCall call, Publish publish, BasicProperties properties, byte[] body, ConnectionInfo connection)
            throws IOException {
        TracePosition position = TracePosition.current();
        Sending sending = position == null ? null : start(position, publish);
        if (sending == null) {
            own.publish(call, publish, position == null ? passedOn(properties) : properties, body, connection);
            return;
        }
        try {
            own.publish(call, publish, signed(properties, sending.headers()), body, connection);
            sending.span().stop();
        } catch (Throwable error) {
            sending.span().stop(error);
            throw error;
        }
    }

    /** What is not signed here is published as it is, but that no signature that it came with leaves the house. */
    private BasicProperties passedOn(BasicProperties properties) {
        BasicProperties unsigned = isSigned(properties) && !spans.mayPassOnSigned()
                ? Guard.call(() -> withHeaders(properties, Map.of()))
                : null;
        return unsigned == null ? properties : unsigned;
    }

    private @Nullable Sending start(TracePosition position, Publish publish) {
        String exchange = publish.getExchange();
        String routingKey = publish.getRoutingKey();
        return spans.start(
                position,
                exchange.isEmpty() ? routingKey : exchange,
                Map.of("exchange", exchange, "routing_key", routingKey));
    }

    private BasicProperties signed(BasicProperties properties, Map<String, String> headers) {
        if (headers.isEmpty()) {
            return passedOn(properties);
        }
        BasicProperties signed = Guard.call(() -> withHeaders(properties, headers));
        return signed == null ? properties : signed;
    }

    /** As one is that is passed on from another broker, with what it came with. */
    private static boolean isSigned(@Nullable BasicProperties properties) {
        return properties != null
                && properties.getHeaders() != null
                && !Collections.disjoint(properties.getHeaders().keySet(), Signature.NAMES);
    }

    private static BasicProperties withHeaders(BasicProperties properties, Map<String, String> headers) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (properties.getHeaders() != null) {
            all.putAll(properties.getHeaders());
        }
        all.keySet().removeAll(Signature.NAMES);
        all.putAll(headers);
        return properties.builder().headers(all).build();
    }

    @Override
    public Consumer basicConsume(String queue, String consumerTag, Consumer consumer) {
        return own.basicConsume(queue, consumerTag, consumer);
    }

    @Override
    public GetResponse basicGet(BasicGetCall call, String queue) {
        return own.basicGet(call, queue);
    }
}
