// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import com.rabbitmq.client.observation.ObservationCollector;
import io.micrometer.observation.ObservationRegistry;
import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.Signature;
import io.profiler.propagation.HeaderVerifier;
import org.springframework.amqp.rabbit.config.AbstractRabbitListenerContainerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.util.function.SingletonSupplier;

/**
 * Messages of RabbitMQ are part of the trace of what has sent them.
 *
 * @since 0.1
 */
@AutoConfiguration(after = ProfilerAutoConfiguration.class)
@ConditionalOnClass({AbstractRabbitListenerContainerFactory.class, ObservationCollector.class, ObservationRegistry.class
})
@ConditionalOnBean(HeaderVerifier.class)
@ConditionalOnBooleanProperty(name = "profiler.trace-messaging", matchIfMissing = true)
@Import(MessagingConfiguration.class)
public final class ProfilerRabbitAutoConfiguration {

    @Bean("io.profiler.rabbitPostProcessor")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static RabbitPostProcessor profilerRabbitPostProcessor(
            ObjectProvider<MessageTraces> traces,
            ObjectProvider<Signature> signature,
            ObjectProvider<ObservationRegistry> observations) {
        ListenerAdvice advice = new ListenerAdvice(
                RabbitMessage::received, () -> new ListenerSpans(traces.getObject(), RabbitPostProcessor.SYSTEM));
        return new RabbitPostProcessor(
                advice,
                SingletonSupplier.of(signature::getObject),
                SingletonSupplier.ofNullable(observations::getIfUnique));
    }
}
