// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class KafkaTest extends MessagingContract {

    private static final int LARGEST_REQUEST = 5_000;

    private final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1, "orders", "batch");

    KafkaTest() {
        super("kafka");
    }

    @Override
    Service startService() {
        broker.afterPropertiesSet();
        return Service.start(
                KafkaApplication.class,
                "spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "spring.kafka.consumer.auto-offset-reset=earliest",
                "spring.kafka.consumer.group-id=shop",
                "spring.kafka.producer.properties[max.request.size]=" + LARGEST_REQUEST);
    }

    @Override
    @AfterAll
    void stop() {
        super.stop();
        broker.destroy();
    }

    @Test
    void spansTellOfTheTopic() {
        Spans spans = service().profiled("/send?to=orders&text=told").assertTree(whole("kafka.send"));

        Map<?, ?> place = spans.message("kafka.send-stop");
        assertThat(place.get("partition")).isEqualTo(0);
        assertThat(spans.message("kafka.send-start")).isEqualTo(Map.of("system", "kafka", "destination", "orders"));
        assertThat(spans.message("kafka.listener-start"))
                .isEqualTo(Map.of(
                        "system", "kafka",
                        "destination", "orders",
                        "partition", 0,
                        "offset", place.get("offset"),
                        "group", "shop"));
    }

    @Test
    void whatKafkaDoesNotTakeIsTheSpansError() {
        Spans spans = service().profiled("/send?to=orders&text=" + "x".repeat(LARGEST_REQUEST));

        spans.assertTree("wsgi(controller(kafka.send) controller)");
        assertThat(spans.info("kafka.send-stop"))
                .containsEntry("etype", "org.apache.kafka.common.errors.RecordTooLargeException");
    }

    @Test
    void anInterceptorOfTheApplicationsIsStillCalled() {
        service().profiled("/send?to=orders&text=intercepted").assertTree(whole("kafka.send"));

        assertThat(service().bean(KafkaApplication.OwnInterceptor.class).calls())
                .isPositive();
    }
}
