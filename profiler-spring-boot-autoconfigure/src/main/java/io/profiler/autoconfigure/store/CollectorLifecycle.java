// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.collect.Collector;
import io.profiler.internal.BackgroundThread;
import io.profiler.store.OpenedStores;
import io.profiler.store.messaging.TracePointQueue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Collects, on a thread of its own, from the application's start to its end. */
final class CollectorLifecycle implements SmartLifecycle, AutoCloseable {

    private final TracePointQueue queue;
    private final OpenedStores stores;
    private final Collector collector;
    private final Duration shutdownTimeout;
    private volatile @Nullable Thread thread;

    CollectorLifecycle(TracePointQueue queue, OpenedStores stores, Collector collector, Duration shutdownTimeout) {
        this.queue = queue;
        this.stores = stores;
        this.collector = collector;
        this.shutdownTimeout = shutdownTimeout;
    }

    Collector collector() {
        return collector;
    }

    @Override
    public void start() {
        Thread started = BackgroundThread.of(collector::run, "profiler-collector");
        started.start();
        thread = started;
    }

    @Override
    public void stop() {
        Thread running = thread;
        collector.stop();
        if (running != null) {
            join(running);
        }
        thread = null;
    }

    private void join(Thread running) {
        try {
            running.join(Math.max(1, shutdownTimeout.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** A collector that has ended does not begin again. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public void close() {
        queue.close();
        stores.close();
    }
}
