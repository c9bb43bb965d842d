// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;

/** Methods that a container of messages calls on the bean itself, past whatever stands in for it. Its own span is around them. */
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
        return Arrays.stream(method.getDeclaredAnnotations())
                .anyMatch(annotation ->
                        ANNOTATIONS.contains(annotation.annotationType().getName()));
    }
}
