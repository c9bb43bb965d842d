// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import io.profiler.point.TracePoint;
import io.profiler.recordings.Recordings;
import io.profiler.report.Report;
import io.profiler.report.json.JsonReportRenderer;
import io.profiler.servers.AmqpBroker;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages between OSprofiler and RabbitMQ, recorded from OSprofiler 3.4.3 over oslo.messaging 14.0.3. */
class RecordedNotificationsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final AmqpBroker broker = new AmqpBroker();

    @Test
    void whatOsprofilerSentIsReadAsItReadsIt() throws IOException {
        try (TraceStore store = store()) {
            store.append(List.of(recordedPoint("other")));
            recorded().forEach(message -> publish(message.get("body").stringValue()));

            StringWriter report = new StringWriter();
            new JsonReportRenderer().render(Report.of(store.read("d95bafc8-f2a4-427b-9cf4-bb99f4bea973")), report);

            assertThat(report.toString().strip())
                    .isEqualTo(Recordings.text("messaging/report-first.json").strip());
        }
    }

    @Test
    void aContextAndTheEnvelopeOfFormat2AreReadOver() {
        JsonNode withContext =
                JSON.readTree(Recordings.text("messaging/with-context.json")).get(0);
        String body = withContext.get("messages").get(0).get("body").stringValue();
        String wrapped = JSON.writeValueAsString(Map.of("oslo.version", "2.0", "oslo.message", body));

        assertThat(Notification.read(wrapped.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Notification.read(body.getBytes(StandardCharsets.UTF_8)))
                .extracting(TracePoint::name)
                .isEqualTo("single-start");
    }

    @Test
    void whatWeSendHasTheShapeOfWhatOsprofilerSends() {
        JsonNode message = recorded().get(0);
        String text = message.get("body").stringValue();
        try (TraceStore store = store()) {
            store.append(List.of(Notification.read(text.getBytes(StandardCharsets.UTF_8))));
        }

        GetResponse sent = broker.onChannel(channel -> channel.basicGet("profiler.info", true));

        assertThat(sent.getEnvelope().getExchange()).isEqualTo("openstack");
        assertThat(sent.getEnvelope().getRoutingKey()).isEqualTo("profiler.info");
        assertProperties(sent.getProps(), message.get("properties"));
        assertBody(JSON.readTree(sent.getBody()), JSON.readTree(text));
    }

    private static void assertProperties(BasicProperties properties, JsonNode recorded) {
        assertThat(properties)
                .isEqualTo(new BasicProperties.Builder()
                        .contentType(recorded.get("content_type").stringValue())
                        .contentEncoding(recorded.get("content_encoding").stringValue())
                        .headers(Map.of())
                        .deliveryMode(recorded.get("delivery_mode").intValue())
                        .priority(recorded.get("priority").intValue())
                        .build());
    }

    private static void assertBody(JsonNode sent, JsonNode recorded) {
        assertThat(sent.propertyNames()).containsExactlyElementsOf(recorded.propertyNames());
        assertThat(sent.get("payload")).isEqualTo(recorded.get("payload"));
        for (String same : List.of("event_type", "priority")) {
            assertThat(sent.get(same)).isEqualTo(recorded.get(same));
        }
        assertThat(sent.get("publisher_id")).isEqualTo(recorded.at("/payload/info/host"));
        for (String fresh : List.of("message_id", "timestamp", "_unique_id")) {
            assertThat(shape(sent.get(fresh))).isEqualTo(shape(recorded.get(fresh)));
        }
    }

    private static String shape(JsonNode text) {
        return text.stringValue().replaceAll("[0-9a-f]", "x");
    }

    private static TraceStore store() {
        return TraceStores.open(new ConnectionString(broker.url() + "?idle_timeout=0.2"), StoreOptions.defaults());
    }

    private static void publish(String body) {
        broker.onChannel(channel -> {
            channel.basicPublish("openstack", "profiler.info", null, body.getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    private static TracePoint recordedPoint(String baseId) {
        return new TracePoint(
                "wsgi-start", baseId, "span", baseId, "2026-01-31T00:00:01.123456", Map.of("host", "h"), "p", "s");
    }

    private static List<JsonNode> recorded() {
        return new ArrayList<>(
                JSON.readTree(Recordings.text("messaging/amqp-basic-get.json")).values());
    }
}
