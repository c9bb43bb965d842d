// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.StoringApplication;
import io.profiler.point.TracePoint;
import io.profiler.servers.LocalRedis;
import io.profiler.servers.OtlpReceiver;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A request to an application that names its store by nothing but a connection string. */
class ConnectionStringsTest {

    private static final String BASE = "35f5b887-20c4-4324-93ea-9fe5b2497391";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final LocalRedis REDIS = new LocalRedis();

    @TempDir
    Path folder;

    @Test
    void anSqlDatabaseHasItsTrace() {
        assertTraceIsIn("jdbc:h2:file:" + folder.resolve("traces"));
    }

    @Test
    void redisHasItsTrace() {
        assertTraceIsIn(REDIS.connectionString());
    }

    @Test
    void anOpenTelemetryCollectorGetsItsSpans() throws IOException {
        try (OtlpReceiver receiver = new OtlpReceiver();
                RunningApp app = start("otlp://127.0.0.1:" + receiver.port())) {
            request(app);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(receiver.spans()).hasSize(2));
        }
    }

    /** H2 may trip over an index that another connection is just making. */
    private static void assertTraceIsIn(String connectionString) {
        try (RunningApp app = start(connectionString);
                TraceStore store = TraceStores.open(new ConnectionString(connectionString), StoreOptions.defaults())) {
            request(app);

            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                    .untilAsserted(() -> assertThat(store.read(BASE))
                            .extracting(TracePoint::name)
                            .containsExactlyInAnyOrder(
                                    "wsgi-start",
                                    "controller-start",
                                    "controller-stop",
                                    "wsgi-manifest-stop",
                                    "wsgi-stop"));
        }
    }

    private static RunningApp start(String connectionString) {
        return RunningApp.start(
                StoringApplication.class,
                "profiler.connection-string=" + connectionString,
                "profiler.trace-wsgi-transport=true");
    }

    private static void request(RunningApp app) {
        assertThat(app.get("/hello", RunningApp.signed(BASE)).body()).isEqualTo("hello");
    }
}
