// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.TraceLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One trace floods the queue, and others want to be stored as well. */
class FairQueueTest {

    private static final int CAPACITY = 10_000;
    private static final int BATCH_SIZE = 100;
    private static final int OTHERS = 10;
    private static final int SPANS = 40;

    /** At the end of each request, and room for such ends. */
    private static final int MANIFEST = 1;

    private static final int ENDS = CAPACITY / 8;
    private static final String FLOOD = "a";
    private static final Duration SHORT = Duration.ofMillis(20);

    private final InMemoryTraceStore memory = new InMemoryTraceStore(StoreOptions.defaults());
    private final FaultyStore store = new FaultyStore(memory);
    private final AtomicBoolean away = new AtomicBoolean(true);
    private final List<Integer> othersByBatch = new ArrayList<>();
    private TracePointExporter exporter;
    private Profiler profiler;
    private long made;

    private void start(long queueBytes) {
        store.before = points -> {
            if (away.get()) {
                throw new StoreUnavailableException("away", new IllegalStateException());
            }
            othersByBatch.add(
                    (int) points.stream().filter(FairQueueTest::isOther).count());
        };
        exporter = new TracePointExporter(
                store, new ExportSettings(CAPACITY, queueBytes, BATCH_SIZE, SHORT, Duration.ofSeconds(5), SHORT, null));
        profiler = Profiler.create(
                exporter,
                new Origin("host", "demo", "api"),
                ArgumentCapture.disabled(),
                new TraceLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE));
    }

    private static boolean isOther(TracePoint point) {
        return !point.baseId().equals(FLOOD);
    }

    @AfterEach
    void close() {
        exporter.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40, 2_000})
    void othersArriveWholeWhereOneFloods(int spansOfARequest) {
        start(Long.MAX_VALUE);
        for (int i = 0; i < 4 * CAPACITY / spansOfARequest; i++) {
            request(FLOOD, spansOfARequest, Map.of());
        }
        requestsOfOthers();

        PointCounts full = exporter.counts();
        assertThat(full.waiting()).isLessThanOrEqualTo(CAPACITY + ENDS);
        assertThat(full.recorded()).isEqualTo(made);
        assertThat(full.dropped()).isEqualTo(full.droppedQueueFull()).isPositive();

        awaitStored();
        assertOthersAreWhole();
    }

    @Test
    void othersArriveWholeWhereOneFloodsTheQueueWithText() {
        start(1 << 20);
        Map<String, String> text = Map.of("text", "0123456789".repeat(200));
        for (int i = 0; i < 1_000; i++) {
            request(FLOOD, 2, text);
        }
        requestsOfOthers();

        PointCounts full = exporter.counts();
        assertThat(full.recorded()).isEqualTo(made);
        assertThat(full.dropped()).isEqualTo(full.droppedQueueBytes()).isPositive();

        awaitStored();
        assertOthersAreWhole();
        assertThat(memory.read(FLOOD).stream()
                        .mapToLong(point -> point.info().toString().length())
                        .sum())
                .isLessThan(1 << 20);
    }

    @Test
    void allOfTheRoomIsThereAgainOnceEverythingIsStored() {
        start(1 << 20);
        for (int round = 0; round < 3; round++) {
            away.set(true);
            Map<String, String> text = Map.of("text", "0123456789".repeat(20 * round + 1));
            PointCounts before = exporter.counts();
            for (int i = 0; i < 40; i++) {
                request("trace" + i % 7, 20, text);
            }
            assertThat(exporter.counts().dropped()).isEqualTo(before.dropped());
            awaitStored();
        }
    }

    @Test
    void theOneWhoComesLastIsStoredInTurns() {
        start(Long.MAX_VALUE);
        request(FLOOD, CAPACITY / 8, Map.of());
        requestsOfOthers();
        awaitStored();

        int ofOthers = OTHERS * (2 * SPANS + MANIFEST);
        int batches = ofOthers * 2 / BATCH_SIZE + 2;
        assertThat(othersByBatch.subList(0, batches).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(ofOthers);
    }

    private void requestsOfOthers() {
        for (int i = 0; i < OTHERS; i++) {
            request("other" + i, SPANS, Map.of());
        }
    }

    private void assertOthersAreWhole() {
        for (int i = 0; i < OTHERS; i++) {
            assertThat(memory.read("other" + i)).hasSize(2 * SPANS + MANIFEST);
        }
    }

    private void awaitStored() {
        away.set(false);
        await().until(() -> exporter.counts().waiting() == 0);
        PointCounts counts = exporter.counts();
        assertThat(counts.recorded()).isEqualTo(made);
        assertThat(counts.stored() + counts.dropped()).isEqualTo(made);
    }

    private void request(String baseId, int spans, Map<String, String> info) {
        made += 2L * spans + MANIFEST;
        try (ProfiledScope scope = profiler.open(new TraceContext(baseId, baseId, "key"))) {
            for (int i = 0; i < spans; i++) {
                profiler.start("span", info).stop();
            }
        }
    }
}
