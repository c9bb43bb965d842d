// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.servers.AmqpBroker;
import io.profiler.servers.LocalRedis;
import io.profiler.servers.MongoDbServer;
import io.profiler.servers.OtlpReceiver;
import io.profiler.starters.apps.web.WebApplication;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each store's artifact alone, in an application with web and Actuator that has no database of its own. */
class TracesArriveTest {

    private static final String BASE = "f1d5a2a4-63d9-4b83-9a5f-5b0cf1f2c8a1";

    @RegisterExtension
    static final MongoDbServer mongo = new MongoDbServer();

    @RegisterExtension
    static final LocalRedis redis = new LocalRedis();

    @RegisterExtension
    static final AmqpBroker rabbit = new AmqpBroker();

    @TempDir
    static Path folder;

    /** Elasticsearch, which is too large to be brought along, alone where {@code ELASTICSEARCH_URL} says that there is one. */
    static Stream<List<String>> stores() {
        String elasticsearch = System.getenv("ELASTICSEARCH_URL");
        return elasticsearch == null
                ? ownServers()
                : Stream.of(List.of(
                        "profiler-spring-boot-starter-elasticsearch",
                        elasticsearch.replaceFirst("^http", "elasticsearch")));
    }

    private static Stream<List<String>> ownServers() {
        return Stream.of(
                List.of("profiler-spring-boot-starter", mongo.connectionString()),
                List.of("profiler-spring-boot-starter-redis", redis.connectionString()),
                List.of("profiler-spring-boot-starter-rabbitmq", rabbit.url()),
                List.of("profiler-spring-boot-starter-jdbc", "jdbc:h2:file:" + folder.resolve("traces")));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void theApplicationIsHealthyAndItsTraceIsInTheStore(List<String> starterAndStore) {
        String store = starterAndStore.get(1);

        assertThat(profiledRequest(starterAndStore.get(0), store)).contains("\"status\":\"UP\"");

        try (TraceStore opened = TraceStores.open(new ConnectionString(store), StoreOptions.defaults())) {
            assertThat(opened.read(BASE)).extracting(TracePoint::name).contains("wsgi-start", "wsgi-stop");
        }
    }

    @Test
    void theApplicationIsHealthyAndItsTraceIsSentByOtlp() throws IOException {
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            assertThat(profiledRequest("profiler-spring-boot-starter-otlp", "otlp://127.0.0.1:" + receiver.port()))
                    .contains("\"status\":\"UP\"");

            assertThat(receiver.spans()).isNotEmpty();
        }
    }

    @Test
    void aStoreWhoseModuleIsMissingIsNamed() {
        assertThatThrownBy(
                        () -> profiledRequest("profiler-spring-boot-starter-redis", "mongodb://u:geheim@127.0.0.1:1"))
                .rootCause()
                .hasMessageContaining("'mongodb://' needs the library io.profiler:profiler-store-mongodb")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "elasticsearch", "rabbitmq", "jdbc", "otlp"})
    void noOtherStoreBringsMongoDbsDriver(String store) {
        assertThat(ClassPath.of(List.of("io.profiler:profiler-spring-boot-starter-" + store)))
                .extracting(File::getName)
                .noneMatch(name -> name.contains("mongo"));
    }

    @Test
    void theCoreBringsFourLibraries() {
        assertThat(ClassPath.of(List.of("io.profiler:profiler-core")))
                .extracting(file -> file.getName().replaceFirst("-[0-9.]+jar$|-[0-9.]+\\.jar$", ""))
                .containsExactlyInAnyOrder(
                        "classes", "jspecify", "slf4j-api", "jackson-databind", "jackson-core", "jackson-annotations");
    }

    private static String profiledRequest(String starter, String connectionString) {
        SignedHeaders headers = SignedHeaders.sign(new TraceContext(BASE, BASE, "key"));
        Map<String, List<String>> answer = StartedApplication.run(
                WebApplication.class,
                List.of(
                        "org.springframework.boot:spring-boot-starter-webmvc",
                        "org.springframework.boot:spring-boot-starter-actuator",
                        "com.h2database:h2",
                        "io.profiler:" + starter),
                "profiler.enabled=true",
                "profiler.hmac-keys=key",
                "profiler.trace-wsgi-transport=true",
                "profiler.connection-string=" + connectionString,
                "profiler.export.shutdown-timeout=30s",
                "X-Trace-Info=" + headers.info(),
                "X-Trace-HMAC=" + headers.hmac());
        return answer.get("answer").get(0);
    }
}
