// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaUtils;

/** A record that Kafka has brought. */
record KafkaMessage(ConsumerRecord<?, ?> message) implements ArrivedMessage {

    private static final String LISTENING = "onMessage";

    /** What a container gives its listener first: a record, or several of them. */
    static @Nullable Received received(MethodInvocation invocation) {
        @Nullable Object[] arguments = invocation.getArguments();
        if (arguments.length == 0 || !invocation.getMethod().getName().equals(LISTENING)) {
            return null;
        }
        if (arguments[0] instanceof ConsumerRecord<?, ?> message) {
            return Received.of(new KafkaMessage(message));
        }
        return arguments[0] instanceof Iterable<?> batch ? Received.ofBatch(batch, KafkaMessage::of) : null;
    }

    private static @Nullable KafkaMessage of(Object object) {
        return object instanceof ConsumerRecord<?, ?> message ? new KafkaMessage(message) : null;
    }

    @Override
    public @Nullable String header(String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null) {
            return null;
        }
        byte[] value = header.value();
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public String source() {
        return message.topic();
    }

    @Override
    public Map<String, Object> place() {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("partition", message.partition());
        place.put("offset", message.offset());
        String group = KafkaUtils.getConsumerGroupId();
        if (group != null) {
            place.put("group", group);
        }
        return place;
    }
}
