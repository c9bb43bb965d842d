// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import io.profiler.internal.BackgroundThread;
import io.profiler.internal.ThreadCounters;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the threads of requests that ask for it, by one thread of its own: begun when the first asks, and ended some time
 * after the last. Thread-safe.
 */
public final class Sampler {

    /** Requests that are looked at at once. */
    public static final int MOST_REQUESTS = 8;

    /** Of the thread that looks. */
    public static final String THREAD_NAME = "profiler-sampler";

    private static final Duration SHORTEST = Duration.ofMillis(StopTime.STOPS_ALL ? 5 : 2);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Set<Looks> requests = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;
    private @Nullable Thread thread;

    /** Has no thread yet. */
    public Sampler() {}

    /**
     * Begins to look at the threads of a request.
     *
     * @param every how long after one look the next one comes; not below 5 ms before JDK 21, where a look stops all threads,
     *     and not below 2 ms from there on
     * @return null if as many requests are looked at as may be, or no thread can be had
     */
    public @Nullable Looks begin(Duration every) {
        return begin(every, MOST_REQUESTS);
    }

    /**
     * The same, if no more than so many requests are looked at then.
     *
     * @param every how long after one look the next one comes, as above
     * @param most how many requests, with this one; {@link #MOST_REQUESTS} at most
     * @return null if that is not so, or no thread can be had
     */
    public synchronized @Nullable Looks begin(Duration every, int most) {
        requests.forEach(this::forgetIfOver);
        if (requests.size() >= Math.min(most, MOST_REQUESTS)) {
            return null;
        }
        Duration period = every.compareTo(SHORTEST) < 0 ? SHORTEST : every;
        Looks looks = new Looks(TimeUnit.NANOSECONDS.convert(period), System.nanoTime());
        requests.add(looks);
        if (wakeOrStart()) {
            return looks;
        }
        requests.remove(looks);
        return null;
    }

    /** Whether the thread is there then. */
    private boolean wakeOrStart() {
        if (thread != null && thread.isAlive()) {
            LockSupport.unpark(thread);
            return true;
        }
        Thread starting = BackgroundThread.of(this::run, THREAD_NAME);
        try {
            starting.start();
        } catch (OutOfMemoryError noMoreThreads) {
            return false;
        }
        thread = starting;
        return true;
    }

    private void run() {
        StopTime stops = new StopTime();
        Budget budget = new Budget(() -> stops.cost(ThreadCounters.processorNanos()), System.nanoTime());
        long idleSince = System.nanoTime();
        while (!requests.isEmpty() || !endIfIdle(idleSince)) {
            if (!requests.isEmpty()) {
                look(budget, stops);
                idleSince = System.nanoTime();
            }
            // Whoever interrupts it would have it look without a pause from then on.
            Thread.interrupted();
            LockSupport.parkNanos(this, nanosUntilDue(System.nanoTime()));
        }
    }

    private synchronized boolean endIfIdle(long idleSince) {
        boolean ends = requests.isEmpty() && System.nanoTime() - idleSince >= IDLE_NANOS;
        if (ends) {
            thread = null;
        }
        return ends;
    }

    private void look(Budget budget, StopTime stops) {
        for (Looks looks : requests) {
            long now = System.nanoTime();
            if (!looks.isOver() && looks.rounds().isDue(now)) {
                int taken = lookAt(looks, stops);
                long after = System.nanoTime();
                budget.made(taken, after);
                looks.rounds().plan(after, budget.stretch(looks, budget.part(requests)));
            }
            forgetIfOver(looks);
        }
        if (ended) {
            ended = false;
            double part = budget.part(requests);
            requests.forEach(looks -> looks.rounds().planEarlier(budget.stretch(looks, part)));
        }
    }

    /** There is more for the others then. */
    private void forgetIfOver(Looks looks) {
        if (looks.isOver() && requests.remove(looks)) {
            ended = true;
        }
    }

    /** Whatever goes wrong, memory that is not there among it, costs one request its looks. */
    private static int lookAt(Looks looks, StopTime stops) {
        try {
            return looks.lookAtNext(stops);
        } catch (Throwable fault) {
            looks.end();
            return 0;
        }
    }

    private long nanosUntilDue(long now) {
        long least = IDLE_NANOS;
        for (Looks looks : requests) {
            least = Math.min(least, looks.rounds().nanosUntilDue(now));
        }
        return Math.max(1, least);
    }
}
