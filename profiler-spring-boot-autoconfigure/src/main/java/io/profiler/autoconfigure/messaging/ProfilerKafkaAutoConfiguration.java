// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.micrometer.observation.ObservationRegistry;
import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.Signature;
import io.profiler.propagation.HeaderVerifier;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.kafka.config.AbstractKafkaListenerContainerFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * Messages of Kafka are part of the trace of what has sent them.
 *
 * @since 0.1
 */
@AutoConfiguration(after = ProfilerAutoConfiguration.class)
@ConditionalOnClass({AbstractKafkaListenerContainerFactory.class, Producer.class, ObservationRegistry.class})
@ConditionalOnBean(HeaderVerifier.class)
@ConditionalOnBooleanProperty(name = "profiler.trace-messaging", matchIfMissing = true)
@Import(MessagingConfiguration.class)
public final class ProfilerKafkaAutoConfiguration {

    @Bean("io.profiler.kafkaPostProcessor")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static KafkaPostProcessor profilerKafkaPostProcessor(
            ObjectProvider<MessageTraces> traces,
            ObjectProvider<Signature> signature,
            ObjectProvider<ObservationRegistry> observations) {
        ListenerAdvice advice = new ListenerAdvice(
                KafkaMessage::received, () -> new ListenerSpans(traces.getObject(), KafkaPostProcessor.SYSTEM));
        return new KafkaPostProcessor(
                advice,
                SingletonSupplier.of(signature::getObject),
                SingletonSupplier.ofNullable(observations::getIfUnique));
    }
}
