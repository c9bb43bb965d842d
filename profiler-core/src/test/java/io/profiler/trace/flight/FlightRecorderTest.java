// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.export.OnePoint;
import io.profiler.point.PointFate;
import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.SampleSettings;
import io.profiler.trace.Span;
import io.profiler.trace.TraceLimits;
import io.profiler.trace.TracePosition;
import io.profiler.trace.UnaskedTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class FlightRecorderTest {

    private static final long ROOM = 100_000;

    private final Stored stored = new Stored();
    private final Profiler profiler = Profiler.create(
            stored, new Origin("host", "project", "service"), ArgumentCapture.disabled(), TraceLimits.defaults());
    private final FlightRecorder recorder = recorder(ROOM, ROOM, 100);

    private FlightRecorder recorder(long bytes, long bytesPerRequest, int spans) {
        UnaskedTraces traces = new UnaskedTraces(
                stored,
                new Origin("host", "project", "service"),
                ArgumentCapture.disabled(),
                TraceLimits.defaults(),
                SampleSettings.NONE);
        return new FlightRecorder(traces, new FlightLimits(bytes, bytesPerRequest, spans));
    }

    @Test
    void whatIsKeptIsStoredAsAWhole() {
        Flight flight = recorder.begin("root", System.nanoTime());
        record(flight, 40);
        assertThat(stored.points()).isEmpty();
        assertThat(recorder.heldBytes()).isPositive();
        keep(flight);

        assertThat(stored.names()).hasSize(2 * 41 + 1).contains("inner-start", "inner-stop", "root-start");
        assertThat(stored.names().get(82)).isEqualTo("root-stop");
        assertThat(stored.points()).extracting(TracePoint::baseId).containsOnly(flight.traceId());
        String root = stored.only("root-start").traceId();
        assertThat(stored.all("inner-start")).extracting(TracePoint::parentId).containsOnly(root);
        assertThat(stored.only("root-start").info()).containsEntry("asked", "this");
        assertThat(stored.only("root-stop").info()).containsEntry("kept", "slow");
        assertThat(stored.manifest()).contains("spans=41").doesNotContain("limit");
        assertThat(recorder.heldBytes()).isZero();
    }

    @Test
    void whatIsForgottenIsGone() {
        Flight flight = recorder.begin("root", System.nanoTime());
        record(flight, 3);
        flight.forget();
        keep(flight);

        assertThat(stored.points()).isEmpty();
        assertThat(recorder.heldBytes()).isZero();
        assertThat(flight.isHeld()).isFalse();
    }

    @Test
    void whatIsKeptIsStoredOnce() {
        Flight flight = recorder.begin("root", System.nanoTime());
        record(flight, 1);
        keep(flight);
        keep(flight);
        flight.forget();

        assertThat(stored.names()).hasSize(5);
        assertThat(recorder.heldBytes()).isZero();
    }

    @Test
    void noMoreIsHeldThanMayBe() {
        List<Flight> open = new ArrayList<>();
        for (Flight flight = recorder.begin("root", 0); flight != null; flight = recorder.begin("root", 0)) {
            record(flight, 3);
            open.add(flight);
            assertThat(recorder.heldBytes()).isLessThanOrEqualTo(ROOM);
            assertThat(open).hasSizeLessThan(100);
        }

        assertThat(open).hasSizeGreaterThan(2);
        assertThat(recorder.missed(Missed.MEMORY)).isEqualTo(1);
        assertThat(recorder.recorded()).isEqualTo(open.size());
        open.forEach(Flight::forget);
        assertThat(recorder.heldBytes()).isZero();
        assertThat(recorder.begin("root", 0)).isNotNull();
    }

    @Test
    void aRequestThatHoldsMuchIsCutAndSaysSo() {
        FlightRecorder narrow = recorder(ROOM, 10_000, 1_000);
        Flight flight = narrow.begin("root", System.nanoTime());
        record(flight, 500);
        assertThat(narrow.heldBytes()).isLessThanOrEqualTo(10_000);
        keep(flight);

        assertThat(stored.names()).hasSizeLessThan(200).contains("root-start", "root-stop");
        assertThat(stored.manifest()).contains("limit", "spans=501");
        assertThat(narrow.missed(Missed.MEMORY_PER_REQUEST)).isEqualTo(1);
        assertThat(stored.notMade()).isEqualTo(2 * 501 + 1 - stored.names().size());
    }

    @Test
    void soDoesOneThatFindsTheMemoryTaken() {
        FlightRecorder narrow = recorder(20_000, ROOM, 1_000);
        Flight flight = narrow.begin("root", System.nanoTime());
        Flight other = narrow.begin("root", System.nanoTime());
        record(flight, 100);
        keep(flight);

        assertThat(stored.manifest()).contains("limit");
        assertThat(narrow.missed(Missed.MEMORY)).isEqualTo(1);
        other.forget();
        assertThat(narrow.heldBytes()).isZero();
    }

    @Test
    void soDoesOneWithManySpans() {
        FlightRecorder few = recorder(ROOM, ROOM, 10);
        Flight flight = few.begin("root", System.nanoTime());
        record(flight, 50);
        keep(flight);

        assertThat(stored.all("inner-start")).hasSize(10);
        assertThat(stored.only("root-start").info()).containsEntry("asked", "this");
        assertThat(stored.manifest()).contains("limit=80");
        assertThat(few.missed(Missed.SPANS_PER_REQUEST)).isEqualTo(1);
    }

    @Test
    void whatSpansSayLeavesRoomForTheRequestItself() {
        FlightRecorder narrow = recorder(ROOM, 50_000, 100);
        Flight flight = narrow.begin("root", System.nanoTime());
        try (ProfiledScope scope = flight.open()) {
            assertThat(scope).isNotSameAs(ProfiledScope.FAILED);
            for (int i = 0; i < 50; i++) {
                profiler.start("inner", Map.of("said", "x".repeat(2_000))).stop();
            }
        }
        assertThat(narrow.heldBytes()).isLessThanOrEqualTo(50_000);
        keep(flight);

        assertThat(stored.only("root-start").info()).containsEntry("asked", "this");
        assertThat(stored.only("root-stop").info()).containsEntry("kept", "slow");
    }

    @Test
    void oneThatWaitsGivesItsRoomToThoseThatAThreadWorksFor() {
        Flight first = recorder.begin("root", 0);
        first.giveWay();
        assertThat(first.isHeld()).isTrue();
        while (recorder.heldBytes() <= ROOM / 2) {
            recorder.begin("root", 0);
        }
        first.giveWay();
        first.giveWay();

        assertThat(first.isHeld()).isFalse();
        assertThat(recorder.missed(Missed.WAITING)).isEqualTo(1);
        assertThat(recorder.heldBytes()).isLessThanOrEqualTo(ROOM / 2);
    }

    @Test
    void whatAnotherThreadDoesMeanwhileIsInTheTraceAndSoIsWhatItDoesLater() throws InterruptedException {
        Flight flight = recorder.begin("root", System.nanoTime());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch kept = new CountDownLatch(1);
        TracePosition position;
        try (ProfiledScope scope = flight.open()) {
            assertThat(scope).isNotSameAs(ProfiledScope.FAILED);
            position = TracePosition.current();
        }
        Thread other = new Thread(() -> position.run(() -> {
            Span span = profiler.start("beside");
            begun.countDown();
            awaitQuietly(kept);
            profiler.start("later").stop();
            span.stop();
        }));
        other.start();
        begun.await();
        keep(flight);
        kept.countDown();
        other.join();

        assertThat(stored.names()).contains("beside-start", "later-start", "later-stop", "beside-stop");
    }

    @Test
    void whatIsAddedToAChunkThatFoundNoRoomWhenItsRequestWasKeptIsCounted() {
        Flight flight = recorder.begin("root", System.nanoTime());
        ProfiledScope scope = flight.open();
        profiler.start("early").stop();
        stored.fill();
        CompletableFuture.runAsync(() -> keep(flight)).join();
        int atOnce = stored.dropped();
        profiler.start("late").stop();
        scope.close();

        assertThat(stored.points()).isEmpty();
        assertThat(stored.dropped()).isEqualTo(atOnce + 2);
    }

    @Test
    void pointsThatAreNotMadeAreCountedOnceHoweverSoonTheirRequestIsKept() {
        HeldPoints held = new HeldPoints(recorder);
        TracePointChunk refused = new OnePoint("base") {
            @Override
            public void settled(PointFate fate, int points) {
                held.pass();
            }
        };

        held.drop(refused, 3);

        assertThat(stored.notMade() + stored.dropped()).isEqualTo(3);
    }

    @Test
    void whatComesAfterARequestIsForgottenTakesNoRoom() {
        Flight flight = recorder.begin("root", System.nanoTime());
        ProfiledScope scope = flight.open();
        flight.forget();
        for (int i = 0; i < 300; i++) {
            profiler.start("late").stop();
        }
        assertThat(profiler.start("late")).isSameAs(Span.NOOP);
        scope.close();

        assertThat(stored.points()).isEmpty();
        assertThat(stored.notMade()).isZero();
        assertThat(recorder.heldBytes()).isZero();
        assertThat(recorder.missed(Missed.SPANS_PER_REQUEST)).isZero();
    }

    @Test
    void nothingGoesOnDownstreamOrIntoTheLog() {
        Flight flight = recorder.begin("root", System.nanoTime());
        try (ProfiledScope scope = flight.open()) {
            assertThat(scope).isNotSameAs(ProfiledScope.FAILED);
            assertThat(TracePosition.current()).isNotNull();
            assertThat(profiler.context()).isEmpty();
            assertThat(MDC.get("profiler.base_id")).isNull();
        }
        assertThat(TracePosition.current()).isNull();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(Flight flight, int spans) {
        try (ProfiledScope scope = flight.open()) {
            assertThat(scope).isNotSameAs(ProfiledScope.FAILED);
            for (int i = 0; i < spans; i++) {
                profiler.start("inner").stop();
            }
        }
    }

    private static void keep(Flight flight) {
        flight.keep(System.nanoTime(), Map.of("asked", "this"), null, Map.of("kept", "slow"));
    }
}
