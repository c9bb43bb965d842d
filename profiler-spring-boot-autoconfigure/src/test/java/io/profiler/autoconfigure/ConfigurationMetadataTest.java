// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.store.ConnectionString;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationMetadataTest {

    @Test
    void describesEveryPropertyAsASentence() throws IOException {
        assertThat(properties())
                .allSatisfy(property -> assertThat(property.path("description").asString(""))
                        .as(property.get("name").stringValue())
                        .matches("(?s)[A-Z].*\\."));
    }

    @Test
    void namesEveryProperty() throws IOException {
        assertThat(properties())
                .extracting(property -> property.get("name").stringValue())
                .containsExactlyInAnyOrder(
                        "profiler.enabled",
                        "profiler.connection-string",
                        "profiler.hmac-keys",
                        "profiler.accept",
                        "profiler.console.relay",
                        "profiler.console.relayed-headers",
                        "profiler.record-browsers",
                        "profiler.replay-after",
                        "profiler.trace-wsgi-transport",
                        "profiler.trace-message-store",
                        "profiler.trace-management-store",
                        "profiler.trace-repositories",
                        "profiler.trace-services",
                        "profiler.trace-threads",
                        "profiler.trace-sql",
                        "profiler.sql.parameters",
                        "profiler.trace-commands",
                        "profiler.commands.parameters",
                        "profiler.trace-observations",
                        "profiler.trace-messaging",
                        "profiler.observations.include",
                        "profiler.observations.exclude",
                        "profiler.trace-http-clients",
                        "profiler.propagation.hosts",
                        "profiler.filter-error-trace",
                        "profiler.project",
                        "profiler.service",
                        "profiler.host",
                        "profiler.retention",
                        "profiler.message-store.pointcut",
                        "profiler.management-store.pointcut",
                        "profiler.capture.arguments",
                        "profiler.capture.messages",
                        "profiler.capture.stacks",
                        "profiler.capture.path",
                        "profiler.capture.query",
                        "profiler.capture.redacted-query-names",
                        "profiler.capture.redacted-shapes",
                        "profiler.capture.redacted-names",
                        "profiler.export.queue-bytes",
                        "profiler.export.queue-capacity",
                        "profiler.export.batch-size",
                        "profiler.export.flush-interval",
                        "profiler.export.shutdown-timeout",
                        "profiler.export.spool",
                        "profiler.export.spool-size",
                        "profiler.export.connect-timeout",
                        "profiler.limits.text-length",
                        "profiler.reading.examined-traces",
                        "profiler.reading.listed-traces",
                        "profiler.reading.trace-characters",
                        "profiler.reading.trace-points",
                        "profiler.jvm-events",
                        "profiler.trace-methods",
                        "profiler.methods-by-token",
                        "profiler.counters",
                        "profiler.samples.enabled",
                        "profiler.samples.always",
                        "profiler.samples.every",
                        "profiler.flight-recorder.enabled",
                        "profiler.flight-recorder.threshold",
                        "profiler.flight-recorder.per-minute",
                        "profiler.flight-recorder.per-route",
                        "profiler.flight-recorder.memory",
                        "profiler.flight-recorder.memory-per-request",
                        "profiler.flight-recorder.spans-per-request",
                        "profiler.flight-recorder.exclude",
                        "profiler.slow.threshold",
                        "profiler.slow.per-minute",
                        "profiler.slow.exclude",
                        "profiler.limits.info-length",
                        "profiler.limits.trace-length",
                        "profiler.limits.spans-per-trace",
                        "profiler.limits.open-traces",
                        "profiler.limits.requests-per-second",
                        "profiler.limits.id-length",
                        "profiler.collector.enabled",
                        "profiler.collector.connection-string",
                        "profiler.collector.transport-url",
                        "profiler.collector.prefetch",
                        "profiler.collector.batch-size",
                        "profiler.collector.flush-interval",
                        "profiler.collector.message-size",
                        "profiler.collector.shutdown-timeout");
    }

    @Test
    void tellsDefaults() throws IOException {
        assertThat(properties())
                .filteredOn(property -> property.get("name").stringValue().equals("profiler.export.queue-capacity"))
                .singleElement()
                .extracting(property -> property.get("defaultValue").intValue())
                .isEqualTo(100_000);
    }

    @Test
    void proposesAConnectionStringOfEachScheme() throws IOException {
        assertThat(hint("profiler.connection-string").path("values").valueStream())
                .extracting(value -> new ConnectionString(value.path("value").stringValue()).scheme())
                .containsExactlyInAnyOrder(
                        "mongodb",
                        "jdbc",
                        "postgresql",
                        "mysql",
                        "sqlite",
                        "redis",
                        "elasticsearch",
                        "messaging",
                        "rabbit",
                        "otlp",
                        "memory");
    }

    @Test
    void thePageOfTheDocsHasThemAll() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "configuration.md"));

        assertThat(properties())
                .allSatisfy(property ->
                        assertThat(page).contains("| `" + property.get("name").stringValue() + "` |"));
    }

    private static JsonNode hint(String name) throws IOException {
        return metadata()
                .path("hints")
                .valueStream()
                .filter(hint -> hint.path("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> properties() throws IOException {
        return metadata()
                .path("properties")
                .valueStream()
                .filter(property -> property.get("name").stringValue().startsWith("profiler."))
                .toList();
    }

    private static JsonNode metadata() throws IOException {
        for (URL resource : Collections.list(ConfigurationMetadataTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream stream = resource.openStream()) {
                JsonNode metadata = new JsonMapper().readTree(stream);
                if (metadata.path("groups").toString().contains("\"profiler.capture\"")) {
                    return metadata;
                }
            }
        }
        throw new AssertionError("no metadata of ours");
    }
}
