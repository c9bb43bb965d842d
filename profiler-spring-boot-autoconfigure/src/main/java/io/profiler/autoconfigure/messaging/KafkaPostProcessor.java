// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.micrometer.observation.ObservationRegistry;
import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.Signature;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.aopalliance.aop.Advice;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.config.AbstractKafkaListenerContainerFactory;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** Has producers of Kafka sign what profiled requests send, and containers go on in the trace of what they get. */
final class KafkaPostProcessor implements BeanPostProcessor {

    static final String SYSTEM = "kafka";

    private static final Logger logger = LoggerFactory.getLogger(KafkaPostProcessor.class);

    private static final String CUSTOMIZER_FIELD = "containerCustomizer";

    private final Advice advice;
    private final Supplier<Signature> signature;
    private final Supplier<@Nullable ObservationRegistry> observations;

    KafkaPostProcessor(
            Advice advice, Supplier<Signature> signature, Supplier<@Nullable ObservationRegistry> observations) {
        this.advice = advice;
        this.signature = signature;
        this.observations = observations;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        try {
            if (bean instanceof ProducerFactory<?, ?> producers) {
                trace(producers, beanName);
            } else if (bean instanceof AbstractKafkaListenerContainerFactory<?, ?, ?> containers) {
                trace(containers);
            }
        } catch (RuntimeException | LinkageError fault) {
            logger.warn("Messages of '{}' are not traced: {}", beanName, fault.toString());
        }
        return bean;
    }

    private <K, V> void trace(ProducerFactory<K, V> producers, String beanName) {
        producers.addPostProcessor(
                producer -> TracedProducer.inFrontOf(producer, spans(producer, producers, beanName)));
    }

    private SendSpans spans(Producer<?, ?> producer, ProducerFactory<?, ?> producers, String beanName) {
        List<String> hosts =
                Objects.requireNonNullElse(Guard.call(() -> KafkaHosts.of(producer, producers)), List.of());
        return new SendSpans(SYSTEM, new Broker(beanName, () -> hosts, signature), observations);
    }

    /** After the customizer of the application's, which no getter tells. */
    @SuppressWarnings("unchecked")
    private <C extends AbstractMessageListenerContainer<K, V>, K, V> void trace(
            AbstractKafkaListenerContainerFactory<C, K, V> containers) {
        ContainerCustomizer<K, V, C> own =
                (ContainerCustomizer<K, V, C>) new DirectFieldAccessor(containers).getPropertyValue(CUSTOMIZER_FIELD);
        containers.setContainerCustomizer(container -> {
            if (own != null) {
                own.configure(container);
            }
            Guard.run(() -> KafkaListeners.advise(container.getContainerProperties(), advice));
        });
    }
}
