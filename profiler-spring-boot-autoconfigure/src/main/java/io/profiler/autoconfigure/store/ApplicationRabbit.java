// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.store.messaging.Broker;
import java.time.Duration;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.NamedBeanHolder;
import org.springframework.boot.amqp.autoconfigure.CachingConnectionFactoryConfigurer;

/**
 * The application's RabbitMQ. Where Spring Boot made its connections, from {@code spring.rabbitmq.*} or its connection
 * details, the profiler makes others by the same settings, so that neither waits for the other; connections that a user
 * made are shared, because nobody else knows how.
 */
final class ApplicationRabbit {

    private static final String BOOT = "org.springframework.boot.amqp.";

    private final ConfigurableListableBeanFactory beans;

    ApplicationRabbit(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    Broker broker(Duration connectTimeout) {
        NamedBeanHolder<ConnectionFactory> connections = beans.resolveNamedBean(ConnectionFactory.class);
        return connections.getBeanInstance() instanceof CachingConnectionFactory caching
                        && isMadeByBoot(connections.getBeanName())
                ? Broker.owning(copy(caching), connectTimeout)
                : Broker.sharing(connections.getBeanInstance());
    }

    private boolean isMadeByBoot(String name) {
        try {
            return String.valueOf(beans.getMergedBeanDefinition(name).getFactoryBeanName())
                    .startsWith(BOOT);
        } catch (NoSuchBeanDefinitionException registeredAsItIs) {
            return false;
        }
    }

    private CachingConnectionFactory copy(CachingConnectionFactory original) {
        CachingConnectionFactory copy = new CachingConnectionFactory(
                original.getRabbitConnectionFactory().clone());
        beans.getBean(CachingConnectionFactoryConfigurer.class).configure(copy);
        return copy;
    }
}
