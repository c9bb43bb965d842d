// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextSnapshotFactory;
import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoContextLeft.class)
class ContextPropagationTest {

    private static final TraceContext CONTEXT = new TraceContext("base", "parent", "key");

    private final CollectingSink sink = new CollectingSink();
    private final Profiler profiler =
            Profiler.create(sink, new Origin("host-1", "demo", "api"), ArgumentCapture.disabled());

    @Test
    void theContextCrossesThreadsByContextPropagation() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (ProfiledScope scope = profiler.open(CONTEXT);
                Span wsgi = profiler.start("wsgi")) {
            Runnable wrapped = ContextSnapshotFactory.builder()
                    .build()
                    .captureAll()
                    .wrap(() -> profiler.start("task").stop());
            pool.submit(wrapped).get();
            wrapped.run();
            profiler.start("own").stop();
            assertThat(pool.submit(profiler::context).get()).isEmpty();
        } finally {
            pool.shutdown();
        }

        String wsgi = sink.point("wsgi-start").traceId();
        assertThat(sink.points().stream()
                        .filter(point -> point.name().endsWith("-start"))
                        .skip(1)
                        .map(TracePoint::parentId))
                .hasSize(3)
                .containsOnly(wsgi);
        assertThat(sink.openChunks()).isZero();
    }

    @Test
    void restoringTheContextOnTheSameThreadTakesNoRoom() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            for (int i = 0; i < 1_000; i++) {
                ContextSnapshotFactory.builder()
                        .build()
                        .captureAll()
                        .wrap(() -> profiler.start("task").stop())
                        .run();
            }
        }

        assertThat(sink.points()).hasSize(2_000);
        assertThat(sink.room()).isLessThan(4_000);
    }
}
