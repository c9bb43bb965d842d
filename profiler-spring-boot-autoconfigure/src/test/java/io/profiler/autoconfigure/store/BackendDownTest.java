// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.StoringApplication;
import io.profiler.export.PointCounts;
import io.profiler.export.TracePointExporter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BackendDownTest {

    /** Of a request that finds no room for what its thread records, the end does: what is kept for ends is for them alone. */
    @ParameterizedTest
    @CsvSource({
        "mongodb://user:s3cr3t@127.0.0.1:1,                          mongodb://***@127.0.0.1:1",
        "jdbc:postgresql://127.0.0.1:1/x?user=user&password=s3cr3t,  jdbc:postgresql://127.0.0.1:1/x",
        "redis://user:s3cr3t@127.0.0.1:1,                            redis://***@127.0.0.1:1",
        "elasticsearch://user:s3cr3t@127.0.0.1:1,                    elasticsearch://***@127.0.0.1:1",
        "rabbit://user:s3cr3t@127.0.0.1:1,                           rabbit://***@127.0.0.1:1",
    })
    void theApplicationServesWhilePointsWaitThenDrop(String connectionString, String shown, CapturedOutput output) {
        TracePointExporter exporter = serveWhileAway(
                connectionString,
                shown,
                output,
                counts -> assertThat(counts).isEqualTo(new PointCounts(0, 16, 9, 0, 0, 0, 0)));

        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 0, 9, 0, 0, 16, 0));
    }

    /** A start that was written before its stop counts as stored, so the other figures depend on when that was. */
    @Test
    void whatIsOnlySentWholeWaitsThenDropsAsWell(CapturedOutput output) {
        TracePointExporter exporter = serveWhileAway(
                "otlp://user:s3cr3t@127.0.0.1:1",
                "otlp://***@127.0.0.1:1",
                output,
                counts -> assertThat(counts.waiting()).isPositive());

        assertThat(exporter.counts().waiting()).isZero();
        assertThat(exporter.counts().droppedShutdown()).isPositive();
        assertThat(exporter.counts().recorded()).isEqualTo(25);
    }

    private static TracePointExporter serveWhileAway(
            String connectionString, String shown, CapturedOutput output, Consumer<PointCounts> meanwhile) {
        TracePointExporter exporter;
        try (RunningApp app = RunningApp.start(
                StoringApplication.class,
                "profiler.connection-string=" + connectionString,
                "profiler.trace-wsgi-transport=true",
                "profiler.export.queue-capacity=40",
                "profiler.export.connect-timeout=50ms",
                "profiler.export.shutdown-timeout=50ms")) {
            exporter = app.bean(TracePointExporter.class);

            for (int i = 0; i < 5; i++) {
                assertThat(app.get("/hello", RunningApp.signed("request-" + i)).body())
                        .isEqualTo("hello");
            }

            await().untilAsserted(() -> meanwhile.accept(exporter.counts()));
            await().untilAsserted(() ->
                    assertThat(output).containsOnlyOnce("Trace points wait: " + shown + " does not answer"));
        }
        assertThat(output).doesNotContain("s3cr3t", "\tat ");
        return exporter;
    }
}
