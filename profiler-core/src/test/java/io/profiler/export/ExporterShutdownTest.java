// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.TraceWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ExporterShutdownTest {

    private static final ExportSettings SETTINGS =
            new ExportSettings(100, 10, Duration.ofMinutes(1), Duration.ofMillis(200), Duration.ofSeconds(1));

    private final HangingStore store = new HangingStore();
    private final TracePointExporter exporter = new TracePointExporter(store, SETTINGS);

    @Test
    void aStoreThatSwallowsTheInterruptIsNotAskedAgain() {
        store.ignoreInterrupts = true;
        startAppending();

        exporter.close();
        store.hang.countDown();

        await().until(() -> !store.writer.get().isAlive());
        assertThat(store.calls).hasValue(1);
        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void closingTwiceWaitsOnce() {
        store.ignoreInterrupts = true;
        startAppending();
        exporter.close();

        long start = System.nanoTime();
        exporter.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SETTINGS.shutdownTimeout());
        store.hang.countDown();
    }

    @Test
    void theThreadInheritsNothingFromTheRequestThatStartsIt() {
        InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
        user.set("somebody");
        store.inherited = user;

        startAppending();
        exporter.close();

        assertThat(store.seen).hasValue(null);
    }

    @Test
    void whatWasNotStoredWaitsAgainOnceTheExporterIsOpenedAgain() {
        store.ignoreInterrupts = true;
        startAppending();
        exporter.close();
        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 0, 0, 0, 0, 1, 0));

        exporter.reopen();
        assertThat(exporter.counts()).isEqualTo(new PointCounts(0, 1, 0, 0, 0, 0, 0));
        store.hang.countDown();

        await().until(() -> !store.writer.get().isAlive());
        exporter.offer(new OnePoint("another"));
        exporter.ready();
        await().untilAsserted(() -> assertThat(exporter.counts()).isEqualTo(new PointCounts(2, 0, 0, 0, 0, 0, 0)));
        exporter.close();
    }

    private void startAppending() {
        exporter.offer(new OnePoint("base"));
        exporter.ready();
        await().until(() -> store.calls.get() == 1);
    }

    private static final class HangingStore implements TraceWriter {

        final CountDownLatch hang = new CountDownLatch(1);
        final AtomicInteger calls = new AtomicInteger();
        final AtomicReference<Thread> writer = new AtomicReference<>();
        final AtomicReference<String> seen = new AtomicReference<>("nothing yet");
        volatile boolean ignoreInterrupts;
        volatile InheritableThreadLocal<String> inherited = new InheritableThreadLocal<>();

        @Override
        public AppendResult append(List<TracePoint> points) {
            writer.set(Thread.currentThread());
            seen.set(inherited.get());
            calls.incrementAndGet();
            do {
                try {
                    hang.await();
                } catch (InterruptedException swallowed) {
                    // As a careless store does.
                }
            } while (ignoreInterrupts && hang.getCount() > 0);
            return AppendResult.allStored(points.size());
        }

        @Override
        public void close() {}
    }
}
