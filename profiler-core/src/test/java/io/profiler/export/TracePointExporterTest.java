// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.Manifest;
import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.store.AppendResult;
import io.profiler.store.Rejection;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracePointExporterTest {

    /** At the end of each request. */
    private static final int MANIFEST = 1;

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final InMemoryTraceStore memory = new InMemoryTraceStore(StoreOptions.defaults());
    private TracePointExporter exporter;

    @AfterEach
    void close() {
        exporter.close();
    }

    @Test
    void aTraceIsStoredWhenItsRequestEnds() {
        Profiler profiler = profiler(memory, settings(1_000, LONG));

        request(profiler, "a", 3);

        await().untilAsserted(() -> assertThat(memory.read("a")).hasSize(3 * 2 + MANIFEST));
        assertThat(exporter.counts()).isEqualTo(new PointCounts(3 * 2 + MANIFEST, 0, 0, 0, 0, 0, 0));
    }

    /** However long the requests take: of two batches, the second comes so much later. */
    @Test
    void requestsThatFollowEachOtherAreStoredTogether() {
        TogglingStore store = new TogglingStore();
        Profiler profiler = profiler(store, settings(100_000, LONG));
        long before = System.nanoTime();

        for (int i = 0; i < 200; i++) {
            request(profiler, "trace" + i, 1);
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }

        await().untilAsserted(() -> assertThat(exporter.counts().waiting()).isZero());
        long gatherings = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before) / 50;
        assertThat(store.attempts).isPositive().isLessThanOrEqualTo((int) gatherings + 2 + 200 * 3 / 100);
    }

    @Test
    void aRequestThatHangsIsShownUpToWhereItIs() {
        Profiler profiler = profiler(memory, settings(1_000, SHORT));

        try (ProfiledScope scope = profiler.open(context("hung"))) {
            profiler.start("wsgi");
            profiler.start("slow");
            await().untilAsserted(() -> assertThat(memory.read("hung")).hasSize(2));
        }

        await().untilAsserted(() -> assertThat(exporter.counts().waiting()).isZero());
    }

    @Test
    void noThreadIsStartedBeforeTheFirstProfiledRequest() {
        profiler(memory, settings(1_000, SHORT));

        assertThat(writers()).isEmpty();
    }

    @Test
    void aWriterThatIsOutOfMemoryBeginsAgain() {
        TracePoint point =
                new TracePoint("wsgi-start", "a", "1", "a", "2026-01-31T12:00:00.000000", Map.of(), null, null);
        exporter = new TracePointExporter(memory, settings(1_000, SHORT));

        exporter.offer(new ChunkThatOnceTakesAllMemory(point));

        await().untilAsserted(() -> assertThat(memory.read("a")).containsExactly(point));
    }

    private static final class ChunkThatOnceTakesAllMemory extends OnePoint {

        private final TracePoint point;
        private volatile boolean taken;

        ChunkThatOnceTakesAllMemory(TracePoint point) {
            super("a");
            this.point = point;
        }

        @Override
        public int published() {
            if (!taken) {
                taken = true;
                throw new OutOfMemoryError("of a test");
            }
            return 1;
        }

        @Override
        public TracePoint point(int index) {
            return point;
        }
    }

    @Test
    void closingEndsTheThread() {
        request(profiler(memory, settings(1_000, SHORT)), "a", 1);
        assertThat(writers()).hasSize(1);

        exporter.close();

        assertThat(memory.read("a")).hasSize(2 + MANIFEST);
        assertThat(writers()).isEmpty();
    }

    @Test
    void everyPointIsInOneCountAtEveryMoment() throws Exception {
        Profiler profiler = profiler(memory, settings(1 << 12, SHORT));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(5);
        AtomicLong begun = new AtomicLong();
        AtomicLong made = new AtomicLong();
        List<Long> seen = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        threads.submit(() -> {
            while (!done.get()) {
                long least = made.get();
                long created = exporter.counts().recorded();
                long most = begun.get();
                seen.add(created);
                if (created < least || created > most) {
                    wrong.add(created + " is not between " + least + " and " + most);
                }
            }
        });
        CountDownLatch finished = new CountDownLatch(4);
        for (int thread = 0; thread < 4; thread++) {
            String baseId = "trace" + thread;
            threads.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    begun.addAndGet(200 + MANIFEST);
                    request(profiler, baseId, 100);
                    made.addAndGet(200 + MANIFEST);
                }
                finished.countDown();
            });
        }
        assertThat(finished.await(30, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(exporter.counts().waiting()).isZero());
        done.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

        PointCounts counts = exporter.counts();
        assertThat(counts.recorded()).isEqualTo(4 * 50 * (200 + MANIFEST));
        assertThat(counts.stored())
                .isEqualTo(memory.read("trace0").size()
                        + memory.read("trace1").size()
                        + memory.read("trace2").size()
                        + memory.read("trace3").size());
        assertThat(seen).isSorted();
        assertThat(wrong).isEmpty();
    }

    @Test
    void whenTheQueueIsFullPointsAreDroppedAndCounted() {
        TogglingStore store = new TogglingStore();
        store.away.set(true);
        Profiler profiler = profiler(store, settings(64, SHORT));

        int ofRequest = 7 * 2 + MANIFEST;
        int ofEnd = 1 + MANIFEST;
        for (int i = 0; i < 20; i++) {
            request(profiler, "trace" + i, 7);
        }
        PointCounts full = exporter.counts();
        assertThat(full.recorded()).isEqualTo(20 * ofRequest);
        assertThat(full.waiting()).isEqualTo(4 * (ofRequest + ofEnd));
        assertThat(full.droppedQueueFull()).isEqualTo(16 * ofRequest - 4 * ofEnd);

        store.away.set(false);
        await().untilAsserted(() -> assertThat(exporter.counts().stored()).isEqualTo(4 * (ofRequest + ofEnd)));
        request(profiler, "later", 7);
        await().untilAsserted(() -> assertThat(store.read("later")).hasSize(ofRequest));
        assertThat(exporter.counts().recorded()).isEqualTo(21 * ofRequest);
        assertThat(manifests(store.read("trace0"))).containsExactly(new Manifest(7, 14, Map.of(), 0));
        assertThat(manifests(store.read("trace7"))).containsExactly(new Manifest(7, 14, Map.of("queue_full", 13L), 0));
    }

    private static List<Manifest> manifests(List<TracePoint> points) {
        return points.stream()
                .filter(TracePoint::isManifest)
                .map(point -> Manifest.of(point.info()))
                .toList();
    }

    @Test
    void aBatchThatTheStoreRefusesIsCountedAndTheNextOneStored() {
        Profiler profiler = profiler(
                store(points -> {
                    if (points.get(0).baseId().equals("bad")) {
                        throw new IllegalStateException("a fault in the store");
                    }
                    return AppendResult.allBut(points.size(), List.of(new Rejection(points.get(0), "no")));
                }),
                settings(1_000, SHORT));

        request(profiler, "bad", 2);
        await().untilAsserted(
                        () -> assertThat(exporter.counts().droppedRejected()).isEqualTo(4 + MANIFEST));
        request(profiler, "good", 2);

        await().untilAsserted(() -> assertThat(exporter.counts()).isEqualTo(new PointCounts(4, 0, 0, 0, 6, 0, 0)));
    }

    @Test
    void aStoreThatAccountsForNothingIsNotBelieved() {
        Profiler profiler = profiler(store(points -> new AppendResult(0, 0, List.of())), settings(1_000, SHORT));

        request(profiler, "a", 5);

        await().untilAsserted(() -> assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 0, 0, 0, 11, 0, 0)));
    }

    @Test
    void roomOfLongRequestsIsGivenBackAsTheyGo() {
        Profiler profiler = profiler(memory, settings(1_000, SHORT));

        try (ProfiledScope scope = profiler.open(context("long"))) {
            for (int i = 0; i < 3_000; i++) {
                profiler.start("span").stop();
                if (i % 100 == 99) {
                    await().until(() -> exporter.counts().waiting() == 0);
                }
            }
        }

        await().untilAsserted(() ->
                assertThat(exporter.counts()).isEqualTo(new PointCounts(6_000 + MANIFEST, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void closingGivesUpOnAStoreThatHangs() {
        CompletableFuture<Void> hanging = new CompletableFuture<>();
        Profiler profiler = profiler(
                store(points -> {
                    hanging.join();
                    return AppendResult.allStored(points.size());
                }),
                new ExportSettings(1_000, 100, SHORT, Duration.ofMillis(200), SHORT));
        request(profiler, "a", 5);

        exporter.close();
        request(profiler, "late", 1);

        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 0, 0, 0, 0, 14, 0));
        hanging.complete(null);
        await().untilAsserted(() -> assertThat(writers()).isEmpty());
        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 0, 0, 0, 0, 14, 0));
    }

    @Test
    void closingStoresWhatWaits() {
        TogglingStore store = new TogglingStore();
        store.away.set(true);
        Profiler profiler = profiler(store, settings(1_000, LONG));
        request(profiler, "a", 5);
        await().until(() -> store.attempts > 1);

        store.away.set(false);
        exporter.close();

        assertThat(exporter.counts()).isEqualTo(new PointCounts(11, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void roomIsGivenBackWhereARequestEndsWithoutAnotherPoint() {
        Profiler profiler = profiler(memory, settings(16, SHORT));
        for (int i = 0; i < 3; i++) {
            String baseId = "trace" + i;
            try (ProfiledScope scope = profiler.open(context(baseId))) {
                profiler.start("wsgi");
                await().untilAsserted(() -> assertThat(memory.read(baseId)).hasSize(1));
            }
            await().pollDelay(SHORT.multipliedBy(3)).until(() -> true);
        }

        assertThat(exporter.counts()).isEqualTo(new PointCounts(3, 0, 0, 0, 0, 0, 0));
    }

    private Profiler profiler(TraceStore store, ExportSettings settings) {
        exporter = new TracePointExporter(store, settings);
        return Profiler.create(exporter, new Origin("host", "demo", "api"), ArgumentCapture.disabled());
    }

    private static ExportSettings settings(int queueCapacity, Duration flushInterval) {
        return new ExportSettings(queueCapacity, 100, flushInterval, Duration.ofSeconds(5), SHORT);
    }

    private static void request(Profiler profiler, String baseId, int spans) {
        try (ProfiledScope scope = profiler.open(context(baseId))) {
            for (int i = 0; i < spans; i++) {
                profiler.start("span").stop();
            }
        }
    }

    private static TraceContext context(String baseId) {
        return new TraceContext(baseId, baseId, "key");
    }

    private static List<Thread> writers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("profiler-writer"))
                .toList();
    }

    private static TraceStore store(Function<List<TracePoint>, AppendResult> append) {
        return new TogglingStore() {
            @Override
            public AppendResult append(List<TracePoint> points) {
                return append.apply(points);
            }
        };
    }

    private static class TogglingStore implements TraceStore {

        private final InMemoryTraceStore memory = new InMemoryTraceStore(StoreOptions.defaults());
        private final AtomicBoolean away = new AtomicBoolean();
        private volatile int attempts;

        @Override
        public AppendResult append(List<TracePoint> points) {
            attempts++;
            if (away.get()) {
                throw new StoreUnavailableException("the store is away", new IllegalStateException());
            }
            return memory.append(points);
        }

        @Override
        public List<TracePoint> read(String baseId) {
            return memory.read(baseId);
        }

        @Override
        public List<TraceSummary> list(TraceQuery query) {
            return memory.list(query);
        }

        @Override
        public long delete(String baseId) {
            return 0;
        }

        @Override
        public void close() {}
    }
}
