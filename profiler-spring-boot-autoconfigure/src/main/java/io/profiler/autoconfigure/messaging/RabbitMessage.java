// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import com.rabbitmq.client.LongString;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/** A message that RabbitMQ has brought. */
record RabbitMessage(Message message) implements ArrivedMessage {

    /** What a container gives its listener: a channel, and a message or a list of them. */
    static @Nullable Received received(MethodInvocation invocation) {
        @Nullable Object[] arguments = invocation.getArguments();
        Object data = arguments.length == 2 ? arguments[1] : null;
        if (data instanceof Message message) {
            return Received.of(new RabbitMessage(message));
        }
        return data instanceof List<?> batch ? Received.ofBatch(batch, RabbitMessage::of) : null;
    }

    private static @Nullable RabbitMessage of(Object object) {
        return object instanceof Message message ? new RabbitMessage(message) : null;
    }

    /** Longer texts stay as AMQP has them. */
    @Override
    public @Nullable String header(String name) {
        Object value = message.getMessageProperties().getHeader(name);
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value instanceof String || value instanceof LongString ? value.toString() : "";
    }

    @Override
    public String source() {
        return Objects.toString(message.getMessageProperties().getConsumerQueue(), "");
    }

    @Override
    public Map<String, Object> place() {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("exchange", Objects.toString(message.getMessageProperties().getReceivedExchange(), ""));
        place.put("routing_key", Objects.toString(message.getMessageProperties().getReceivedRoutingKey(), ""));
        if (Boolean.TRUE.equals(message.getMessageProperties().isRedelivered())) {
            place.put("redelivered", true);
        }
        return place;
    }
}
