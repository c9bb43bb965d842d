// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.watch;

import io.profiler.internal.BackgroundThread;
import io.profiler.internal.OccasionalLog;
import io.profiler.trace.sample.Looks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Finds out which requests are slow while they run, by one thread that passes by ten times a second. A request takes a place
 * and gives it back, which is all that one that is not slow has to do with it. Thread-safe.
 *
 * @since 0.1
 */
public final class Watchdog implements AutoCloseable {

    /** Of the thread that passes by. */
    public static final String THREAD_NAME = "profiler-watchdog";

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(Watchdog.class));

    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_LOOK_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final int PLACES = 4_096;
    private static final int TRIES = 8;
    private static final int SCATTER = 0x9e37_79b9;
    private static final int SCATTER_SHIFT = 20;

    private final WatchSlot[] places =
            Stream.generate(WatchSlot::new).limit(PLACES).toArray(WatchSlot[]::new);
    private final long thresholdNanos;
    private final Supplier<@Nullable Looks> looker;
    private final LongAdder unwatched = new LongAdder();
    private volatile @Nullable Thread thread;

    /**
     * Watches once it is started.
     *
     * @param threshold how long a request takes that is slow
     * @param looker begins to look at one, unless too many are looked at
     */
    public Watchdog(Duration threshold, Supplier<@Nullable Looks> looker) {
        this.thresholdNanos = TimeUnit.NANOSECONDS.convert(threshold);
        this.looker = looker;
    }

    /** Starts its thread, if it has none. */
    public synchronized void start() {
        if (thread == null) {
            Thread starting = BackgroundThread.of(this::run, THREAD_NAME);
            thread = starting;
            try {
                starting.start();
            } catch (Throwable fault) {
                thread = null;
                throw fault;
            }
        }
    }

    /** Ends its thread; it may be started again. */
    @Override
    public synchronized void close() {
        Thread last = thread;
        thread = null;
        LockSupport.unpark(last);
    }

    /** {@return how long a request takes that is slow, in nanoseconds} */
    public long thresholdNanos() {
        return thresholdNanos;
    }

    /** {@return how many requests found no place, because too many were under way} */
    public long unwatched() {
        return unwatched.sum();
    }

    /**
     * Watches the request that the present thread works for from now on.
     *
     * @param beganNanos {@link System#nanoTime()} when it began
     * @return to be ended when the thread is done; null if there is no place
     */
    public @Nullable WatchSlot begin(long beganNanos) {
        Thread worker = Thread.currentThread();
        int first = ((int) worker.getId() * SCATTER) >>> SCATTER_SHIFT;
        for (int i = 0; i < TRIES; i++) {
            WatchSlot place = places[(first + i) % PLACES];
            if (place.take(worker, beganNanos)) {
                return place;
            }
        }
        unwatched.increment();
        return null;
    }

    private void run() {
        List<Sighting> sightings = new ArrayList<>();
        while (Thread.currentThread() == thread) {
            try {
                round(sightings, System.nanoTime());
            } catch (Throwable fault) {
                log.warn("Requests that are slow are overlooked", fault);
            }
            // Whoever interrupts it would have it pass by without a pause from then on.
            Thread.interrupted();
            LockSupport.parkNanos(this, Math.min(ROUND_NANOS, thresholdNanos));
        }
    }

    private void round(List<Sighting> sightings, long nowNanos) {
        sightings.removeIf(sighting -> !sighting.goesOn(nowNanos, LONGEST_LOOK_NANOS));
        for (WatchSlot place : places) {
            Sighting sighting = place.sight(nowNanos, thresholdNanos);
            if (sighting != null) {
                Looks looks = looker.get();
                if (looks != null) {
                    sightings.add(sighting);
                    sighting.lookBy(looks);
                }
            }
        }
    }
}
