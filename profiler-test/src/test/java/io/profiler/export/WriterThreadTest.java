// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.store.AppendResult;
import io.profiler.store.TraceWriter;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the thread has that writes to a store, on each JDK. */
class WriterThreadTest {

    private static final InheritableThreadLocal<@Nullable String> OF_THE_REQUEST = new InheritableThreadLocal<>();

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
    private final CompletableFuture<String> inherited = new CompletableFuture<>();

    /** What a store sees that is written to. */
    private final class Looking implements TraceWriter {

        @Override
        public AppendResult append(List<TracePoint> points) {
            loader.complete(Thread.currentThread().getContextClassLoader());
            inherited.complete(String.valueOf(OF_THE_REQUEST.get()));
            return AppendResult.allStored(points.size());
        }

        @Override
        public void close() {}
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
        OF_THE_REQUEST.remove();
    }

    @Test
    @SuppressWarnings("try")
    void isTheClassLoaderOfTheApplicationAndNothingOfARequest() throws Exception {
        URLClassLoader application = new URLClassLoader(new URL[0], before);
        Thread.currentThread().setContextClassLoader(application);
        OF_THE_REQUEST.set("a user");

        try (TracePointExporter exporter = new TracePointExporter(new Looking(), ExportSettings.defaults())) {
            Profiler profiler =
                    Profiler.create(exporter, new Origin("host", "project", "service"), ArgumentCapture.disabled());
            try (ProfiledScope scope = profiler.open(new TraceContext("trace", "trace", "key"))) {
                profiler.start("wsgi", Map.of()).stop();
            }

            assertThat(loader.get(30, TimeUnit.SECONDS)).isSameAs(application);
            assertThat(inherited.get(30, TimeUnit.SECONDS)).isEqualTo("null");
        }
    }
}
