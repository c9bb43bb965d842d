// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.StoringApplication;
import io.profiler.export.PointCounts;
import io.profiler.export.TracePointExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BackendDownTest {

    @Test
    void theApplicationServesWhilePointsWaitThenDrop(CapturedOutput output) {
        TracePointExporter exporter;
        try (RunningApp app = RunningApp.start(
                StoringApplication.class,
                "profiler.connection-string=mongodb://user:s3cr3t@127.0.0.1:1",
                "profiler.trace-wsgi-transport=true",
                "profiler.export.queue-capacity=40",
                "profiler.export.connect-timeout=50ms",
                "profiler.export.shutdown-timeout=50ms")) {
            exporter = app.bean(TracePointExporter.class);

            for (int i = 0; i < 5; i++) {
                assertThat(app.get("/hello", RunningApp.signed("request-" + i)).body())
                        .isEqualTo("hello");
            }

            await().untilAsserted(() -> assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 8, 12, 0, 0)));
            await().untilAsserted(() -> assertThat(output)
                    .containsOnlyOnce("Trace points wait: mongodb://***@127.0.0.1:1 does not answer"));
        }

        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 0, 12, 0, 8));
        assertThat(output).doesNotContain("s3cr3t", "\tat ");
    }
}
