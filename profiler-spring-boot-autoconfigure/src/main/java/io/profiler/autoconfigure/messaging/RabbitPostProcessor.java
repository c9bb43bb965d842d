// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.observation.ObservationCollector;
import io.micrometer.observation.ObservationRegistry;
import io.profiler.autoconfigure.Signature;
import java.util.function.Supplier;
import org.aopalliance.aop.Advice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.config.AbstractRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ObjectUtils;

/** Has connections of RabbitMQ sign what profiled requests publish, and containers go on in the trace of what they get. */
final class RabbitPostProcessor implements BeanPostProcessor {

    static final String SYSTEM = "rabbit";

    private static final Logger logger = LoggerFactory.getLogger(RabbitPostProcessor.class);

    private static final String COLLECTOR_FIELD = "observationCollector";

    private final Advice advice;
    private final Supplier<Signature> signature;
    private final Supplier<@Nullable ObservationRegistry> observations;

    RabbitPostProcessor(
            Advice advice, Supplier<Signature> signature, Supplier<@Nullable ObservationRegistry> observations) {
        this.advice = advice;
        this.signature = signature;
        this.observations = observations;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        try {
            if (bean instanceof AbstractConnectionFactory connections) {
                trace(connections, beanName);
            } else if (bean instanceof AbstractRabbitListenerContainerFactory<?> containers) {
                trace(containers);
            }
        } catch (RuntimeException | LinkageError fault) {
            logger.warn("Messages of '{}' are not traced: {}", beanName, fault.toString());
        }
        return bean;
    }

    private void trace(AbstractConnectionFactory connections, String beanName) {
        ConnectionFactory client = connections.getRabbitConnectionFactory();
        ObservationCollector own =
                (ObservationCollector) new DirectFieldAccessor(client).getPropertyValue(COLLECTOR_FIELD);
        if (own instanceof TracedPublishing shared) {
            shared.hosts().add(connections);
        } else if (own != null) {
            RabbitHosts hosts = new RabbitHosts();
            hosts.add(connections);
            SendSpans spans = new SendSpans(SYSTEM, new Broker(beanName, hosts, signature), observations);
            client.setObservationCollector(new TracedPublishing(own, spans, hosts));
        }
    }

    /** Around the application's own advice: a message that is tried again and again is listened to once. */
    private void trace(AbstractRabbitListenerContainerFactory<?> containers) {
        Advice[] own = containers.getAdviceChain();
        if (!ObjectUtils.containsElement(own, advice)) {
            containers.setAdviceChain(
                    own == null ? new Advice[] {advice} : ObjectUtils.addObjectToArray(own, advice, 0));
        }
    }
}
