// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.proxies;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.resource;

import io.micrometer.observation.ObservationRegistry.ObservationConfig;
import io.profiler.report.html.HtmlReportRenderer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.ttddyy.dsproxy.proxy.ProxyJdbcObject;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ClassUtils;

/** What a native image of an application is told of, by the file that Spring reads when it makes one. */
class RuntimeHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    @BeforeEach
    void register() {
        ClassLoader loader = RuntimeHintsTest.class.getClassLoader();
        List<RuntimeHintsRegistrar> registrars = SpringFactoriesLoader.forResourceLocation(
                        "META-INF/spring/aot.factories", loader)
                .load(RuntimeHintsRegistrar.class);
        registrars.stream()
                .filter(registrar -> registrar.getClass().getName().startsWith("io.profiler."))
                .forEach(registrar -> registrar.registerHints(hints, loader));
    }

    @Test
    void everyPartOfThePagesIsThere() throws IOException {
        Path console = Path.of("src/main/resources/io/profiler/autoconfigure/actuate");
        try (Stream<Path> parts = Files.list(console)) {
            assertThat(parts)
                    .isNotEmpty()
                    .allMatch(part -> hasResource("io/profiler/autoconfigure/actuate/" + part.getFileName()));
        }
        assertThat(HtmlReportRenderer.class.getResource("page.css")).isNotNull();
        assertThat(hasResource("io/profiler/report/html/page.css")).isTrue();
    }

    private boolean hasResource(String path) {
        return resource().forResource(path).test(hints);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ProfilerProperties.class,
                CaptureProperties.class,
                ReadingProperties.class,
                ConsoleProperties.class
            })
    void thePropertiesAreKnown(Class<?> properties) {
        assertThat(reflection().onType(properties).test(hints)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.postgresql.Driver",
                "org.h2.Driver",
                "com.mongodb.client.MongoClients",
                "org.springframework.data.redis.core.StringRedisTemplate",
                "com.rabbitmq.client.ConnectionFactory"
            })
    void driversAndLibrariesOfStoresAreFound(String type) throws ClassNotFoundException {
        assertThat(reflection().onType(Class.forName(type)).test(hints))
                .as(type)
                .isTrue();
    }

    @Test
    void aClientOfTheJdkCanBeClosed() throws ReflectiveOperationException {
        assertThat(reflection()
                        .onMethodInvocation(HttpClient.class.getMethod("version"))
                        .test(hints))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.kafka.clients.producer.KafkaProducer, producerConfig",
        "org.springframework.kafka.config.AbstractKafkaListenerContainerFactory, containerCustomizer",
        "org.springframework.kafka.core.KafkaResourceFactory, bootstrapServersSupplier",
        "com.rabbitmq.client.ConnectionFactory, observationCollector",
        "org.springframework.amqp.rabbit.connection.AbstractConnectionFactory, addresses",
        "org.springframework.amqp.rabbit.connection.AbstractConnectionFactory, addressResolver",
        "org.springframework.web.reactive.function.client.DefaultWebClientBuilder, connector",
        "org.springframework.web.reactive.function.client.DefaultWebClientBuilder, exchangeFunction"
    })
    void fieldsThatNoGetterTellsCanBeRead(String type, String field) throws ReflectiveOperationException {
        assertThat(reflection()
                        .onFieldAccess(Class.forName(type).getDeclaredField(field))
                        .test(hints))
                .isTrue();
    }

    @Test
    void whoListensToARegistryIsKnown() throws ReflectiveOperationException {
        assertThat(reflection()
                        .onMethodInvocation(ObservationConfig.class.getDeclaredMethod("getObservationHandlers"))
                        .test(hints))
                .isTrue();
    }

    @Test
    void aProducerOfKafkaCanBeStoodInFor() {
        assertThat(proxies().forInterfaces(Producer.class).test(hints)).isTrue();
    }

    @Test
    void connectionsOfThePoolAndExecutorsOfTheJdkCanBeStoodInFor() throws ClassNotFoundException {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.shutdown();

        assertThat(proxies()
                        .forInterfaces(ClassUtils.getAllInterfaces(executor))
                        .test(hints))
                .isTrue();
        assertThat(hints.proxies().jdkProxyHints())
                .anyMatch(proxy -> proxy.getProxiedInterfaces().toString().contains(ProxyJdbcObject.class.getName())
                        && proxy.getProxiedInterfaces().toString().contains(Connection.class.getName()));
    }
}
