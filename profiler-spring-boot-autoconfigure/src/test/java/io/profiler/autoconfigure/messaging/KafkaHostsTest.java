// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

class KafkaHostsTest {

    private final Producer<Object, Object> wrapper = new MockProducer<>();

    static List<Object> servers() {
        return List.of("broker-1:9092, SSL://broker-2:9093", List.of("broker-1:9092", "broker-2:9093"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void ofAProducerThatSomebodyElseStandsInForAreThoseOfItsFactory(Object servers) {
        assertThat(KafkaHosts.of(wrapper, new DefaultKafkaProducerFactory<>(Map.of("bootstrap.servers", servers))))
                .containsExactly("broker-1", "broker-2");
    }

    @Test
    void areNotKnownWhereTheFactoryAsksSomebodyElse() {
        DefaultKafkaProducerFactory<Object, Object> producers =
                new DefaultKafkaProducerFactory<>(Map.of("bootstrap.servers", "broker-1:9092"));
        producers.setBootstrapServersSupplier(() -> "elsewhere:9092");

        assertThat(KafkaHosts.of(wrapper, producers)).isEmpty();
    }
}
