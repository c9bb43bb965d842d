// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStore;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import io.profiler.autoconfigure.kit.Threads;
import io.profiler.export.TracePointExporter;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ShutdownTest {

    private static final String NO_FLUSH = "profiler.export.flush-interval=1h";

    @Test
    void storesWhatWaitsAfterTheWebServerHasStopped() {
        RunningApp app = RunningApp.start(LateRequest.class, NO_FLUSH, "profiler.trace-wsgi-transport=true");
        SwitchableStore store = app.bean(SwitchableStore.class);
        app.get("/hello", RunningApp.signed("a"));

        app.close();

        assertThat(store.read("a")).hasSize(5);
        assertThat(store.read("late"))
                .as("made when the web server had stopped")
                .hasSize(3);
        assertThat(store.isClosed()).isTrue();
        assertThat(Threads.ofProfiler()).isEmpty();
    }

    @Test
    void aHangingStoreHoldsShutdownForItsTimeoutOnly() {
        RunningApp app =
                RunningApp.startWithoutWeb(SwitchableStoreApplication.class, "profiler.export.shutdown-timeout=200ms");
        SwitchableStore store = app.bean(SwitchableStore.class);
        TracePointExporter exporter = app.bean(TracePointExporter.class);
        store.hang();
        span(app, "a");

        long start = System.nanoTime();
        app.close();

        // Twice the timeout would be four tenths; the rest is for a slow machine to close a context.
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(4));
        assertThat(exporter.counts().droppedShutdown()).isEqualTo(3);
        store.release();
        await().untilAsserted(() -> assertThat(Threads.ofProfiler()).isEmpty());
    }

    @Test
    void anApplicationThatIsStoppedAndStartedAgainStoresAgain() {
        RunningApp app = RunningApp.startWithoutWeb(SwitchableStoreApplication.class, NO_FLUSH);
        SwitchableStore store = app.bean(SwitchableStore.class);
        span(app, "before");

        app.context().stop();
        assertThat(store.read("before")).hasSize(3);
        app.context().start();
        span(app, "after");
        app.close();

        assertThat(store.read("after")).hasSize(3);
        assertThat(Threads.ofProfiler()).isEmpty();
    }

    @Test
    void twoContextsOneAfterTheOtherKnowNothingOfEachOther() {
        RunningApp first = RunningApp.startWithoutWeb(SwitchableStoreApplication.class);
        SwitchableStore firstStore = first.bean(SwitchableStore.class);
        Profiler stale = first.bean(Profiler.class);
        span(first, "first");
        first.close();
        assertThat(Threads.ofProfiler()).isEmpty();

        RunningApp second = RunningApp.startWithoutWeb(SwitchableStoreApplication.class);
        SwitchableStore secondStore = second.bean(SwitchableStore.class);
        span(second, "second");
        stale.context();
        second.close();

        assertThat(firstStore.read("first")).hasSize(3);
        assertThat(firstStore.read("second")).isEmpty();
        assertThat(secondStore.read("second")).hasSize(3);
        assertThat(secondStore.read("first")).isEmpty();
        assertThat(Threads.ofProfiler()).isEmpty();
    }

    private static void span(RunningApp app, String baseId) {
        span(app.bean(Profiler.class), baseId);
    }

    private static void span(Profiler profiler, String baseId) {
        try (ProfiledScope scope = profiler.open(new TraceContext(baseId, baseId, "key"))) {
            profiler.start("span").stop();
        }
    }

    /** Makes a span between the stop of the web server and that of the exporter. */
    @Configuration(proxyBeanMethods = false)
    static class LateRequest extends SwitchableStoreApplication {

        @Bean
        SmartLifecycle late(Profiler profiler) {
            return new SmartLifecycle() {

                private final AtomicBoolean running = new AtomicBoolean();

                @Override
                public void start() {
                    running.set(true);
                }

                @Override
                public void stop() {
                    running.set(false);
                    span(profiler, "late");
                }

                @Override
                public boolean isRunning() {
                    return running.get();
                }

                @Override
                public int getPhase() {
                    return 1;
                }
            };
        }
    }
}
