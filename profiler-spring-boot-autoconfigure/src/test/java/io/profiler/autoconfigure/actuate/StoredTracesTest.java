// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.profiler.autoconfigure.ReadingProperties;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.OpenedStores;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Each list takes memory, so that few are made at once, and few wait for that. */
class StoredTracesTest {

    private static final QueryParameters ALL =
            new QueryParameters(null, null, null, null, null, null, null, null, null);

    private final SlowStore store = new SlowStore();
    private final StoredTraces traces =
            new StoredTraces(new OpenedStores(List.of(store)), new ReadingProperties(25_000, 8_000_000, 1_000, 10_000));

    @Test
    void twoListsAreMadeAtOnceAndFourWait() {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<CompletableFuture<Map<String, Object>>> lists = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> traces.list(ALL), threads))
                    .limit(7)
                    .toList();
            Awaitility.await().until(() -> store.most.get() == 2);
            Awaitility.await().until(() -> lists.stream().anyMatch(CompletableFuture::isCompletedExceptionally));

            assertThatExceptionOfType(BusyException.class)
                    .isThrownBy(() -> traces.list(ALL))
                    .withMessageEndingWith("; try again in a moment");
            store.released.countDown();

            Awaitility.await().until(() -> lists.stream().allMatch(CompletableFuture::isDone));
            assertThat(lists)
                    .filteredOn(CompletableFuture::isCompletedExceptionally)
                    .hasSize(1);
            assertThat(store.most).hasValue(2);
        } finally {
            store.released.countDown();
            threads.shutdown();
        }
    }

    private static final class SlowStore implements TraceStore {

        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public List<TraceSummary> list(TraceQuery query) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                released.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            } finally {
                now.decrementAndGet();
            }
            return List.of();
        }

        @Override
        public List<TracePoint> read(String baseId) {
            return List.of();
        }

        @Override
        public AppendResult append(List<TracePoint> points) {
            return AppendResult.allStored(points.size());
        }

        @Override
        public long delete(String baseId) {
            return 0;
        }

        @Override
        public void close() {}
    }
}
