// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static io.profiler.autoconfigure.servlet.FlightRecorderTest.awaitNothingHeld;
import static io.profiler.autoconfigure.servlet.FlightRecorderTest.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.metrics.FlightRecorderMeters;
import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import io.profiler.trace.flight.FlightRecorder;
import io.profiler.trace.flight.Missed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever requests there are, the recorder holds no more than it may, and says what it has missed. */
class FlightRecorderBoundsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MANY = 200;

    @Test
    void manyAtOnceAreKeptEachByItself() {
        try (RunningApp app = start("profiler.flight-recorder.per-minute=1000")) {
            List<CompletableFuture<Integer>> asked = IntStream.range(0, MANY)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> app.get(number % 2 == 0 ? "/breaks?n=" + number : "/works/20")
                                    .statusCode()))
                    .toList();
            asked.forEach(CompletableFuture::join);

            await().atMost(PATIENCE).until(() -> Kept.stops(app).size() == MANY / 2);
            assertThat(Kept.asked(app)).doesNotHaveDuplicates().allMatch(path -> path.startsWith("/breaks?n="));
            assertThat(pointsByTrace(app).values()).hasSize(MANY / 2).containsOnly(2L * 3);
            awaitNothingHeld(app);
        }
    }

    private static Map<String, Long> pointsByTrace(RunningApp app) {
        return app.bean(CollectingSink.class).points().stream()
                .collect(Collectors.groupingBy(TracePoint::baseId, Collectors.counting()));
    }

    @Test
    void aRequestThatDoesNotEndHoldsItsPartAndNoMore() {
        try (RunningApp app = start("profiler.flight-recorder.threshold=1ms")) {
            FlightRecorder recorder = app.bean(FlightRecorder.class);
            CompletableFuture<String> answer =
                    CompletableFuture.supplyAsync(() -> app.get("/awaited").body());
            await().atMost(PATIENCE).until(() -> recorder.heldBytes() > 0);
            app.get("/breaks");
            await().atMost(PATIENCE).until(() -> Kept.asked(app).contains("/breaks"));

            assertThat(recorder.heldBytes()).isBetween(1L, 10_000L);
            assertThat(Kept.asked(app)).doesNotContain("/awaited");
            app.bean(SlowApplication.Answers.class).whatIsAwaited().setResult("at last");
            assertThat(answer.join()).isEqualTo("at last");
            await().atMost(PATIENCE).until(() -> Kept.asked(app).contains("/awaited"));
            awaitNothingHeld(app);
        }
    }

    @Test
    void oneWithManySpansIsCutAndSaysSo() {
        try (RunningApp app =
                start("profiler.flight-recorder.threshold=1ms", "profiler.flight-recorder.spans-per-request=50")) {
            app.get("/works/5000");

            await().atMost(PATIENCE).until(() -> Kept.asked(app).contains("/works/5000"));
            assertThat(app.bean(CollectingSink.class).points())
                    .filteredOn(point -> point.name().equals("work-start"))
                    .hasSizeBetween(40, 50);
            assertThat(app.bean(CollectingSink.class).manifests())
                    .anySatisfy(manifest -> assertThat(manifest.dropped()).containsKey("limit"));
            assertThat(app.bean(FlightRecorder.class).missed(Missed.SPANS_PER_REQUEST))
                    .isEqualTo(1);
        }
    }

    @Test
    void thoseBeyondTheOnesOfAMinuteAreCounted() {
        try (RunningApp app = start("profiler.flight-recorder.per-minute=2")) {
            SimpleMeterRegistry meters = FlightRecorderMeters.of(app.context());
            app.get("/breaks");
            app.get("/breaks");
            app.get("/fast");

            await().atMost(PATIENCE).until(() -> FlightRecorderMeters.missed(meters, "per_minute") == 1);
            assertThat(FlightRecorderMeters.kept(meters, "failed")).isEqualTo(1);
            assertThat(FlightRecorderMeters.missed(meters, "memory")).isZero();
            assertThat(Kept.stops(app)).hasSize(1);
        }
    }
}
