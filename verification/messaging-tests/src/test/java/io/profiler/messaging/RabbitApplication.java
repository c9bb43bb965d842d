// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.DirectRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.amqp.autoconfigure.DirectRabbitListenerContainerFactoryConfigurer;
import org.springframework.boot.amqp.autoconfigure.SimpleRabbitListenerContainerFactoryConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Sends messages to itself by RabbitMQ. */
@Configuration(proxyBeanMethods = false)
@Import({Application.class, RabbitApplication.Listeners.class})
class RabbitApplication {

    private static final int BATCH_SIZE = 3;

    @Bean
    Queue orders() {
        return new Queue("orders", false);
    }

    @Bean
    Queue direct() {
        return new Queue("direct", false);
    }

    @Bean
    Queue batch() {
        return new Queue("batch", false);
    }

    @Bean
    OwnAdvice ownAdvice() {
        return new OwnAdvice(new AtomicInteger());
    }

    @Bean
    SimpleRabbitListenerContainerFactory batches(
            SimpleRabbitListenerContainerFactoryConfigurer configurer, ConnectionFactory connections) {
        SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
        configurer.configure(factory, connections);
        factory.setBatchListener(true);
        factory.setConsumerBatchEnabled(true);
        factory.setBatchSize(BATCH_SIZE);
        return factory;
    }

    @Bean
    DirectRabbitListenerContainerFactory directly(
            DirectRabbitListenerContainerFactoryConfigurer configurer,
            ConnectionFactory connections,
            OwnAdvice advice) {
        DirectRabbitListenerContainerFactory factory = new DirectRabbitListenerContainerFactory();
        configurer.configure(factory, connections);
        factory.setAdviceChain(advice);
        return factory;
    }

    @Bean(defaultCandidate = false)
    RabbitTemplate observed(ConnectionFactory connections) {
        RabbitTemplate template = new RabbitTemplate(connections);
        template.setObservationEnabled(true);
        return template;
    }

    @Bean(defaultCandidate = false)
    CachingConnectionFactory abroad(CachingConnectionFactory connections) {
        return new CachingConnectionFactory("::ffff:127.0.0.1", connections.getPort());
    }

    @Bean
    Messages messages(
            RabbitTemplate template,
            @Qualifier("observed") RabbitTemplate observed,
            @Qualifier("abroad") ConnectionFactory abroad,
            RabbitListenerEndpointRegistry registry) {
        return new RabbitMessages(template, observed, new RabbitTemplate(abroad), registry);
    }

    private record RabbitMessages(
            RabbitTemplate template,
            RabbitTemplate observed,
            RabbitTemplate abroad,
            RabbitListenerEndpointRegistry registry)
            implements Messages {

        @Override
        public void send(String destination, String text) {
            sendWith(destination, text, Map.of("mine", "kept"));
        }

        @Override
        public void sendObserved(String destination, String text) {
            observed.convertAndSend(destination, text);
        }

        @Override
        public void sendAbroad(String destination, String text, Map<String, ?> headers) {
            send(abroad, destination, text, headers);
        }

        @Override
        public void sendWith(String destination, String text, Map<String, ?> headers) {
            send(template, destination, text, headers);
        }

        private static void send(RabbitTemplate by, String destination, String text, Map<String, ?> headers) {
            by.convertAndSend(destination, text, message -> {
                headers.forEach(message.getMessageProperties()::setHeader);
                return message;
            });
        }

        @Override
        public void listenToBatches() {
            registry.getListenerContainer("batches").start();
        }
    }

    static final class Listeners {

        private final Orders orders;

        Listeners(Orders orders) {
            this.orders = orders;
        }

        @RabbitListener(queues = "orders")
        void take(String order, Message message) {
            orders.take(order, message.getMessageProperties().getHeaders());
        }

        @RabbitListener(queues = "direct", containerFactory = "directly")
        void takeDirectly(String order) {
            orders.take(order, Map.of());
        }

        @RabbitListener(id = "batches", queues = "batch", containerFactory = "batches", autoStartup = "false")
        void takeAll(List<String> batch) {
            orders.takeAll(batch);
        }
    }

    /** Advice that the application has given its containers. */
    record OwnAdvice(AtomicInteger count) implements MethodInterceptor {

        int calls() {
            return count.get();
        }

        @Override
        public Object invoke(MethodInvocation invocation) throws Throwable {
            count.incrementAndGet();
            return invocation.proceed();
        }
    }
}
