// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.reflect.Method;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Methods that a container of messages calls on the bean itself, past whatever stands in for it. RabbitMQ's and Kafka's have spans of their own. */
final class ListenerMethods {

    private static final Set<String> ANNOTATIONS = Set.of(
            "org.springframework.amqp.rabbit.annotation.RabbitHandler",
            "org.springframework.amqp.rabbit.annotation.RabbitListener",
            "org.springframework.amqp.rabbit.annotation.RabbitListeners",
            "org.springframework.jms.annotation.JmsListener",
            "org.springframework.jms.annotation.JmsListeners",
            "org.springframework.kafka.annotation.KafkaHandler",
            "org.springframework.kafka.annotation.KafkaListener",
            "org.springframework.kafka.annotation.KafkaListeners");

    private ListenerMethods() {}

    static boolean contain(Method method) {
        return ANNOTATIONS.stream().anyMatch(name -> AnnotatedElementUtils.isAnnotated(method, name));
    }
}
