// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.servers.MongoDbServer;
import io.profiler.store.OpenedStores;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Traces that are stored by the client whose commands are traced. */
class OwnStoreTest {

    @RegisterExtension
    static final MongoDbServer server = new MongoDbServer();

    @Test
    void theProfilersOwnCommandsAreInNoTrace() {
        try (RunningApplication application = RunningApplication.start(
                List.of(StoresApplication.class), "spring.mongodb.uri=" + server.connectionString())) {
            profile(application, "first", "/mongo/1");
            await().atMost(Duration.ofSeconds(20)).until(() -> stored(application, "first") == 8);

            profile(application, "reading", "/actuator/profiler/first");
            await().atMost(Duration.ofSeconds(20)).until(() -> stored(application, "reading") > 0);

            assertThat(points(application, "reading"))
                    .extracting(TracePoint::name)
                    .doesNotContain("db-start");
        }
    }

    private static void profile(RunningApplication application, String baseId, String path) {
        TraceContext context = new TraceContext(baseId, baseId, RunningApplication.KEY);
        application.send(path, SignedHeaders.sign(context).asMap());
    }

    private static long stored(RunningApplication application, String baseId) {
        return points(application, baseId).size();
    }

    private static List<TracePoint> points(RunningApplication application, String baseId) {
        return application.bean(OpenedStores.class).reader().orElseThrow().read(baseId).stream()
                .filter(point -> !point.isManifest())
                .toList();
    }
}
