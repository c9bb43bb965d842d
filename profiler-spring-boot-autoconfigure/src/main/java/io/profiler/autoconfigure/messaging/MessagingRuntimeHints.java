// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.util.ClassUtils;

/** Fields of Kafka's and RabbitMQ's libraries that no getter tells, and the proxy that stands in for a producer. */
final class MessagingRuntimeHints implements RuntimeHintsRegistrar {

    private static final String PRODUCER = "org.apache.kafka.clients.producer.Producer";

    private static final List<String> WITH_FIELDS = List.of(
            "org.apache.kafka.clients.producer.KafkaProducer",
            "org.springframework.kafka.config.AbstractKafkaListenerContainerFactory",
            "org.springframework.kafka.core.KafkaResourceFactory",
            "com.rabbitmq.client.ConnectionFactory",
            "org.springframework.amqp.rabbit.connection.AbstractConnectionFactory");

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        WITH_FIELDS.forEach(name ->
                hints.reflection().registerTypeIfPresent(classLoader, name, MemberCategory.ACCESS_DECLARED_FIELDS));
        if (ClassUtils.isPresent(PRODUCER, classLoader)) {
            hints.proxies().registerJdkProxy(TypeReference.of(PRODUCER));
        }
    }
}
