// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.RecordInterceptor;

/** Sends messages to itself by Kafka. */
@Configuration(proxyBeanMethods = false)
@Import({Application.class, KafkaApplication.Listeners.class})
class KafkaApplication {

    @Bean
    OwnInterceptor ownInterceptor() {
        return new OwnInterceptor(new AtomicInteger());
    }

    @Bean(defaultCandidate = false)
    KafkaTemplate<String, String> observed(ProducerFactory<String, String> producers) {
        KafkaTemplate<String, String> template = new KafkaTemplate<>(producers);
        template.setObservationEnabled(true);
        return template;
    }

    @Bean(defaultCandidate = false)
    KafkaTemplate<String, String> abroad(ProducerFactory<String, String> producers) {
        String servers = producers
                .getConfigurationProperties()
                .get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)
                .toString();
        String port = servers.replaceAll("\\D*$", "").replaceAll(".*\\D", "");
        return new KafkaTemplate<>(
                producers, Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "[::ffff:127.0.0.1]:" + port));
    }

    @Bean
    Messages messages(
            KafkaTemplate<String, String> template,
            @Qualifier("observed") KafkaTemplate<String, String> observed,
            @Qualifier("abroad") KafkaTemplate<String, String> abroad,
            KafkaListenerEndpointRegistry registry) {
        return new KafkaMessages(template, observed, abroad, registry);
    }

    private record KafkaMessages(
            KafkaTemplate<String, String> template,
            KafkaTemplate<String, String> observed,
            KafkaTemplate<String, String> abroad,
            KafkaListenerEndpointRegistry registry)
            implements Messages {

        @Override
        public void send(String destination, String text) {
            sendWith(destination, text, Map.of("mine", "kept"));
        }

        @Override
        public void sendObserved(String destination, String text) {
            observed.send(destination, text);
        }

        @Override
        public void sendAbroad(String destination, String text, Map<String, ?> headers) {
            abroad.send(message(destination, text, headers));
        }

        @Override
        public void sendWith(String destination, String text, Map<String, ?> headers) {
            template.send(message(destination, text, headers));
        }

        private static ProducerRecord<String, String> message(String destination, String text, Map<String, ?> headers) {
            ProducerRecord<String, String> message = new ProducerRecord<>(destination, text);
            headers.forEach((name, value) -> message.headers().add(name, bytes(value)));
            return message;
        }

        private static byte[] bytes(Object value) {
            return value instanceof byte[] bytes ? bytes : value.toString().getBytes(StandardCharsets.UTF_8);
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

        @KafkaListener(id = "orders", idIsGroup = false, topics = "orders")
        void take(ConsumerRecord<String, String> message) {
            Map<String, Object> headers = new LinkedHashMap<>();
            message.headers().forEach(header -> headers.put(header.key(), header.value()));
            orders.take(message.value(), headers);
        }

        @KafkaListener(id = "batches", idIsGroup = false, topics = "batch", batch = "true", autoStartup = "false")
        void takeAll(List<String> batch) {
            orders.takeAll(batch);
        }
    }

    /** What the application has its container call around each record. */
    record OwnInterceptor(AtomicInteger count) implements RecordInterceptor<Object, Object> {

        int calls() {
            return count.get();
        }

        @Override
        public ConsumerRecord<Object, Object> intercept(
                ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
            count.incrementAndGet();
            return message;
        }
    }
}
