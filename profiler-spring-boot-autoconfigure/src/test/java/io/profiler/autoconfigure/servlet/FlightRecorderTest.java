// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import io.profiler.trace.flight.FlightRecorder;
import io.profiler.trace.flight.Keeping;
import io.profiler.trace.flight.KeptBecause;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All requests are recorded, and few of them kept: with their spans, though nobody asked for it. */
@ExtendWith(OutputCaptureExtension.class)
class FlightRecorderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFailedAreKeptAndTheOthersForgotten(boolean virtualThreads) {
        try (RunningApp app = start("spring.threads.virtual.enabled=" + virtualThreads)) {
            app.get("/fast");
            app.get("/fast-callable");
            app.get("/nowhere");
            assertThat(app.get("/breaks?token=s3cr3t").statusCode()).isEqualTo(500);

            Kept kept = Kept.only(app);
            assertThat(app.bean(FlightRecorder.class).recorded()).isEqualTo(4);
            assertThat(kept.stop().info())
                    .containsEntry("kept", "failed")
                    .containsEntry("etype", "java.lang.IllegalStateException")
                    .containsEntry("request", Map.of("route", "/breaks"))
                    .containsEntry("response", Map.of("status", 500));
            assertThat(kept.start().info().get("request"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("path", "/breaks")
                    .containsEntry("method", "GET");
            assertThat(kept.tree(app)).startsWith("wsgi(controller").contains("controller)");
            assertThat(points(app))
                    .extracting(TracePoint::baseId)
                    .containsOnly(kept.stop().baseId());
            assertThat(points(app).toString()).doesNotContain("s3cr3t");
            awaitNothingHeld(app);
        }
    }

    @Test
    void theSlowAreKeptAndTheFastForgotten() {
        try (RunningApp app = start("profiler.flight-recorder.threshold=500ms")) {
            String fast = Kept.servedWithin(Duration.ofMillis(500), app, "/fast");
            app.get("/slow/1");

            await().atMost(PATIENCE).until(() -> Kept.asked(app).contains("/slow/1"));
            assertThat(Kept.asked(app)).doesNotContain(fast);
            assertThat(Kept.stops(app))
                    .extracting(stop -> stop.info().get("kept"))
                    .containsOnly("slow");
        }
    }

    @ParameterizedTest
    @CsvSource({"/callable, slow, 200", "/deferred, slow, 200", "/breaks-later, failed, 500"})
    void oneThatWaitsForAnotherThreadIsKeptAsAWhole(String path, String because, int status) {
        try (RunningApp app = start("profiler.flight-recorder.threshold=900ms")) {
            assertThat(app.get(path).statusCode()).isEqualTo(status);

            Kept kept = Kept.only(app);
            assertThat(kept.stop().info())
                    .containsEntry("kept", because)
                    .containsEntry("request", Map.of("route", path))
                    .containsEntry("response", Map.of("status", status));
            assertThat(kept.tree(app)).startsWith("wsgi(controller");
            awaitNothingHeld(app);
        }
    }

    @Test
    void aFewOfEachRouteAreKept() {
        try (RunningApp app = start("profiler.flight-recorder.per-route=1")) {
            app.get("/fast");
            app.get("/fast");
            app.get("/breaks");

            await().atMost(PATIENCE).until(() -> Kept.stops(app).size() == 2);
            assertThat(Kept.stops(app))
                    .extracting(stop -> stop.info().get("kept"))
                    .containsExactly("sampled", "failed");
        }
    }

    @Test
    void nothingGoesOnDownstreamAndTheClientIsToldNothing() {
        try (RunningApp app = start()) {
            assertThat(app.get("/context").body()).isEqualTo("recorded, unsigned");
            assertThat(app.get("/context").headers().firstValue("X-Trace-Id")).isEmpty();
            assertThat(app.get("/context", RunningApp.signed("asked")).body()).isEqualTo("recorded, asked for, signed");
        }
    }

    @Test
    void oneThatIsAskedForGoesTheUsualWay() {
        try (RunningApp app = start()) {
            assertThat(app.profiled("/breaks").info("wsgi-stop")).doesNotContainKey("kept");
            assertThat(Kept.stops(app)).isEmpty();
            assertThat(app.bean(FlightRecorder.class).recorded()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/stream"})
    void whatIsMeantToLastIsNotSlow(String path) {
        try (RunningApp app = start("profiler.flight-recorder.threshold=900ms")) {
            app.get(path);
            app.get("/slow/1");

            assertThat(Kept.only(app).start().info().toString()).contains("/slow/1");
        }
    }

    /** A stream that is open for long is let go of at once. */
    @Test
    void whatWasForgottenTakesNoPlaceOfOthers() {
        try (RunningApp app = start("profiler.flight-recorder.per-route=1")) {
            app.get("/events");
            app.get("/breaks");

            assertThat(Kept.only(app).start().info().toString()).contains("/breaks");
            assertThat(app.bean(Keeping.class).kept(KeptBecause.SAMPLED)).isZero();
        }
    }

    @Test
    void whatIsExcludedIsNotRecorded() {
        try (RunningApp app = start("profiler.flight-recorder.exclude=/brea?s,/none/**")) {
            app.get("/breaks");
            app.get("/breaks-later");

            assertThat(Kept.only(app).start().info().toString()).contains("/breaks-later");
            assertThat(app.bean(FlightRecorder.class).recorded()).isEqualTo(1);
        }
    }

    @Test
    void withTheWatchdogThereIsOneTraceOfASlowOne() {
        try (RunningApp app = start("profiler.slow.threshold=200ms", "profiler.flight-recorder.threshold=500ms")) {
            app.get("/slow/1");
            app.get("/breaks");

            await().atMost(PATIENCE).until(() -> Kept.stops(app).size() == 2);
            assertThat(Kept.stops(app))
                    .extracting(stop -> stop.info().get("kept"))
                    .containsExactly("slow", "failed");
        }
    }

    @Test
    void itIsNotThereUnlessItIsSwitchedOn() {
        try (RunningApp app = RunningApp.start(SlowApplication.class, "profiler.flight-recorder.per-route=5")) {
            assertThat(app.context().getBeanProvider(FlightRecorder.class).getIfAvailable())
                    .isNull();
            assertThat(app.get("/context").body()).isEqualTo("not recorded, unsigned");
        }
    }

    @Test
    void whereThereAreNoServletsTheStartSaysThatItDoesNothing(CapturedOutput output) {
        try (RunningApp app = RunningApp.startWithoutWeb(Nothing.class, "profiler.flight-recorder.enabled=true")) {
            assertThat(app.context().isActive()).isTrue();
            assertThat(output).contains("'profiler.flight-recorder.enabled' does nothing here");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(BaseApplication.class)
    static class Nothing {}

    static void awaitNothingHeld(RunningApp app) {
        await().atMost(PATIENCE).until(() -> app.bean(FlightRecorder.class).heldBytes() == 0);
    }

    private static List<TracePoint> points(RunningApp app) {
        return app.bean(CollectingSink.class).points();
    }

    static RunningApp start(String... more) {
        Stream<String> defaults = Stream.of("threshold=1h", "per-route=0")
                .map(setting -> "profiler.flight-recorder." + setting)
                .filter(setting -> Arrays.stream(more).noneMatch(own -> own.startsWith(name(setting))));
        return RunningApp.start(
                SlowApplication.class,
                Stream.of(
                                Stream.of(
                                        "profiler.flight-recorder.enabled=true", "profiler.trace-wsgi-transport=true"),
                                defaults,
                                Arrays.stream(more))
                        .flatMap(settings -> settings)
                        .toArray(String[]::new));
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('=') + 1);
    }
}
