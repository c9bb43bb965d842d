// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.ProfilerConfigurationException;
import io.profiler.autoconfigure.ProfilerProperties;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Threads;
import io.profiler.trace.UnaskedTraces;
import io.profiler.trace.watch.Watchdog;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slow request that nobody asked to profile explains itself. */
class SlowRequestsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String THRESHOLD = "profiler.slow.threshold=200ms";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTraceOfASlowOneNamesTheMethod(boolean virtualThreads) {
        try (RunningApp app = start("spring.threads.virtual.enabled=" + virtualThreads)) {
            assertThat(app.get("/slow/7?token=s3cr3t").body()).isEqualTo("slow 7");

            Kept kept = Kept.only(app);
            assertThat(kept.start().info().get("request"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("path", "/slow/7")
                    .containsEntry("method", "GET")
                    .doesNotContainEntry("query", "token=s3cr3t");
            assertThat(kept.start().info().get("process"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsOnlyKeys("uptime_micros");
            assertThat(kept.stop().info())
                    .containsEntry("kept", "slow")
                    .containsEntry("request", Map.of("route", "/slow/{id}"))
                    .containsEntry("response", Map.of("status", 200));
            assertThat(kept.millis()).isGreaterThanOrEqualTo(SlowApplication.SLOW_MILLIS);
            assertThat(kept.frames()).contains(SlowApplication.Answers.class.getName() + ".burn");
            assertThat(kept.stop().info().toString()).doesNotContain("s3cr3t");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fast", "/fast-callable"})
    void ofAFastOneThereIsNone(String path) {
        try (RunningApp app = start("profiler.slow.per-minute=1000")) {
            String fast = Kept.servedWithin(Duration.ofMillis(200), app, path);
            app.get("/slow/1");

            await().atMost(PATIENCE).until(() -> Kept.asked(app).contains("/slow/1"));
            assertThat(Kept.asked(app)).doesNotContain(fast);
        }
    }

    /** As in an application that was processed ahead of time (AOT) with one: its conditions are not asked again. */
    @Test
    void aThresholdThatIsMissingWhereThereWasOneIsSaidToBe() {
        try (RunningApp app = RunningApp.start(SlowApplication.class, "profiler.flight-recorder.enabled=true")) {
            ProfilerProperties without = app.bean(ProfilerProperties.class);
            UnaskedTraces traces = app.bean(UnaskedTraces.class);

            assertThatExceptionOfType(ProfilerConfigurationException.class)
                    .isThrownBy(() -> new SlowRequestsConfiguration().profilerWatchdog(without, traces))
                    .withMessageContaining("'profiler.slow.threshold' is not set, but it was when");
        }
    }

    @Test
    void oneThatFailsSaysWhatWith() {
        try (RunningApp app = start()) {
            assertThat(app.get("/fails").statusCode()).isEqualTo(500);

            Kept kept = Kept.only(app);
            assertThat(kept.stop().info())
                    .containsEntry("kept", "slow")
                    .containsEntry("etype", "java.lang.IllegalStateException")
                    .containsEntry("response", Map.of("status", 500));
            assertThat(kept.frames()).contains(SlowApplication.Answers.class.getName() + ".burn");
        }
    }

    @ParameterizedTest
    @CsvSource({"/callable, called", "/deferred, deferred"})
    void oneThatWaitsForAnotherThreadIsKeptAsAWhole(String path, String body) {
        try (RunningApp app = start()) {
            assertThat(app.get(path).body()).isEqualTo(body);

            Kept kept = Kept.only(app);
            assertThat(kept.millis()).isGreaterThanOrEqualTo(SlowApplication.SLOW_MILLIS);
            assertThat(kept.stop().info())
                    .containsEntry("kept", "slow")
                    .containsEntry("request", Map.of("route", path))
                    .containsEntry("response", Map.of("status", 200));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/stream", "/slow/meant"})
    void whatIsMeantToLastIsNotKept(String path) {
        try (RunningApp app = start("profiler.slow.exclude=/slow/mean?,/none/**")) {
            app.get(path);
            app.get("/slow/1");

            assertThat(Kept.only(app).start().info().toString()).contains("/slow/1");
        }
    }

    @Test
    void oneRouteHasHalfOfThoseOfAMinute() {
        try (RunningApp app = start("profiler.slow.per-minute=2")) {
            app.get("/slow/1");
            app.get("/slow/2");
            app.get("/fails");

            await().atMost(PATIENCE).until(() -> Kept.stops(app).size() == 2);
            assertThat(Kept.stops(app))
                    .extracting(stop -> stop.info().get("request"))
                    .containsExactly(Map.of("route", "/slow/{id}"), Map.of("route", "/fails"));
        }
    }

    @Test
    void oneThatIsAskedForGoesTheUsualWay() {
        try (RunningApp app = start("profiler.trace-wsgi-transport=true")) {
            assertThat(app.profiled("/slow/1").info("wsgi-stop")).doesNotContainKey("kept");
            assertThat(Kept.stops(app)).isEmpty();
        }
    }

    @Test
    void nobodyIsLookedAtWhereNobodyMayBe() {
        try (RunningApp app = start("profiler.samples.enabled=false")) {
            app.get("/slow/1");

            assertThat(Kept.only(app).stop().info())
                    .containsEntry("kept", "slow")
                    .doesNotContainKey("samples");
        }
    }

    @Test
    void thereIsAThreadWhileThereIsAThreshold() {
        try (RunningApp app = start()) {
            assertThat(Threads.ofProfiler()).contains(Watchdog.THREAD_NAME);
        }
        await().atMost(PATIENCE).until(() -> !Threads.ofProfiler().contains(Watchdog.THREAD_NAME));
        try (RunningApp app = RunningApp.start(SlowApplication.class, "profiler.slow.threshold=")) {
            assertThat(Threads.ofProfiler()).doesNotContain(Watchdog.THREAD_NAME);
            assertThat(app.context().getBeanProvider(Watchdog.class).getIfAvailable())
                    .isNull();
        }
    }

    private static RunningApp start(String... more) {
        String[] properties = Arrays.copyOf(more, more.length + 1);
        properties[more.length] = THRESHOLD;
        return RunningApp.start(SlowApplication.class, properties);
    }
}
