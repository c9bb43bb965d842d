// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.collect.Collector;
import io.profiler.internal.BackgroundThread;
import io.profiler.store.OpenedStores;
import io.profiler.store.messaging.TracePointQueue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Collects, on a thread of its own, while the application runs. One that is stopped may be started again. */
final class CollectorLifecycle implements SmartLifecycle, AutoCloseable {

    private final TracePointQueue queue;
    private final OpenedStores stores;
    private final Collector collector;
    private final Duration shutdownTimeout;
    private volatile boolean running;
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
        running = true;
        Thread last = thread;
        Thread started = BackgroundThread.of(() -> collectAfter(last), "profiler-collector");
        thread = started;
        started.start();
    }

    /** One that was not done when it was stopped, and would not be waited for any longer, comes to its end first. */
    private void collectAfter(@Nullable Thread last) {
        if (last != null) {
            awaitEnd(last);
        }
        if (reopen()) {
            collector.run();
        }
    }

    private static void awaitEnd(Thread last) {
        while (last.isAlive()) {
            try {
                last.join();
            } catch (InterruptedException notMeantForIt) {
                // As for the collector itself, nothing but its end counts.
            }
        }
    }

    private synchronized boolean reopen() {
        if (running) {
            collector.reopen();
        }
        return running;
    }

    @Override
    public void stop() {
        end();
        Thread last = thread;
        if (last != null) {
            join(last);
        }
    }

    private synchronized void end() {
        running = false;
        collector.stop();
    }

    private void join(Thread last) {
        try {
            last.join(Math.max(1, shutdownTimeout.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Messages go on arriving while the context of a test is paused. */
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
