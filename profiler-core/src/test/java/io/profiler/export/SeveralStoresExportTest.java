// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.propagation.TraceContext;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceWriter;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two stores, of which one is frozen: it takes a batch and does not answer. */
class SeveralStoresExportTest {

    private static final ExportSettings ROOM_FOR_TWO_REQUESTS =
            new ExportSettings(32, 4, Duration.ofMillis(10), Duration.ofMillis(200), Duration.ofMillis(50));

    private final InMemoryTraceStore memory = new InMemoryTraceStore(StoreOptions.defaults());
    private final CountDownLatch thaw = new CountDownLatch(1);
    private final TraceWriter frozen = new FrozenStore(thaw);
    private final TracePointExporter exporter = new TracePointExporter(List.of(frozen, memory), ROOM_FOR_TWO_REQUESTS);
    private final Profiler profiler =
            Profiler.create(exporter, new Origin("host", "demo", "api"), ArgumentCapture.disabled());

    @AfterEach
    void close() {
        thaw.countDown();
        exporter.close();
    }

    @Test
    void theOtherStoreGetsEverything() {
        for (int i = 0; i < 20; i++) {
            String baseId = "trace-" + i;
            request(baseId);
            await().untilAsserted(() -> assertThat(memory.read(baseId)).hasSize(3));
        }

        assertThat(counts(memory)).isEqualTo(new PointCounts(60, 0, 0, 0, 0, 0, 0));
        assertThat(counts(frozen)).isEqualTo(new PointCounts(0, 6, 54, 0, 0, 0, 0));
        assertThat(exporter.counts()).isEqualTo(new PointCounts(60, 6, 54, 0, 0, 0, 0));
    }

    @Test
    void aPointCountsForEachStoreFromTheMomentItIsMade() {
        request("first");
        request("second");
        await().until(() -> counts(memory).waiting() == 0);
        try (ProfiledScope scope = profiler.open(context("third"));
                Span open = profiler.start("wsgi")) {
            assertThat(counts(frozen).recorded()).isEqualTo(7);
            assertThat(counts(memory).recorded()).isEqualTo(7);
        }

        assertThat(counts(frozen).recorded()).isEqualTo(9);
        assertThat(counts(frozen).droppedQueueFull()).isEqualTo(3);
    }

    @Test
    void itIsStoredOnceTheStoreThaws() {
        request("a");
        await().untilAsserted(() -> assertThat(memory.read("a")).hasSize(3));
        assertThat(counts(frozen)).isEqualTo(new PointCounts(0, 3, 0, 0, 0, 0, 0));

        thaw.countDown();

        await().untilAsserted(() -> assertThat(counts(frozen)).isEqualTo(new PointCounts(3, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void closingWaitsForTheTimeoutOnceAndSaysWhatIsLost() {
        request("a");
        await().untilAsserted(() -> assertThat(counts(memory).stored()).isEqualTo(3));

        long start = System.nanoTime();
        exporter.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
        assertThat(counts(frozen).droppedShutdown()).isEqualTo(3);
    }

    @Test
    void whatFailsOnTheWayToOneStoreIsTakenByTheOther() {
        AtomicInteger calls = new AtomicInteger();
        TracePointChunk chunk = new OnePoint("a") {
            @Override
            public String baseId() {
                if (calls.incrementAndGet() == 3) {
                    throw new StackOverflowError("of a test, for the second store");
                }
                return super.baseId();
            }
        };

        assertThat(exporter.offer(chunk)).isTrue();

        assertThat(counts(frozen)).isEqualTo(new PointCounts(0, 1, 0, 0, 0, 0, 0));
        assertThat(counts(memory)).isEqualTo(new PointCounts(0, 0, 1, 0, 0, 0, 0));
    }

    private PointCounts counts(TraceWriter store) {
        return exporter.countsByStore().get(store);
    }

    private void request(String baseId) {
        try (ProfiledScope scope = profiler.open(context(baseId))) {
            profiler.start("wsgi").close();
        }
    }

    private static TraceContext context(String baseId) {
        return new TraceContext(baseId, baseId, "key");
    }

    private record FrozenStore(CountDownLatch thaw) implements TraceWriter {

        @Override
        public AppendResult append(List<TracePoint> points) {
            try {
                thaw.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreUnavailableException("still frozen", e);
            }
            return AppendResult.allStored(points.size());
        }

        @Override
        public void close() {}
    }
}
