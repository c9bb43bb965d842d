// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import com.sun.management.ThreadMXBean;
import io.profiler.benchmarks.MarkdownPage;
import io.profiler.trace.watch.WatchSlot;
import io.profiler.trace.watch.Watchdog;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What it costs a request that is not slow to be watched: rounds with and without in turns, in one JVM. What the thread took of
 * its processor is compared, as what else the machine does moves it little.
 */
public final class WatchPrice {

    private static final int ROUNDS = Integer.getInteger("rounds", 21);
    private static final int REQUESTS = Integer.getInteger("requests", 2_000_000);
    private static final List<Integer> THREADS = List.of(1, 2);
    private static final ThreadMXBean COUNTERS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Watchdog watchdog = new Watchdog(Duration.ofMinutes(1), () -> null);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "work");
        thread.setDaemon(true);
        return thread;
    });

    private WatchPrice() {}

    /** Of a request. */
    private record Cost(double nanos, double bytes) {}

    /**
     * Measures.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws Exception {
        new WatchPrice().measure();
    }

    private void measure() throws Exception {
        StringBuilder table = new StringBuilder(
                "Java " + Runtime.version().feature()
                        + "\n\n| threads | a request that is watched, more | one reading of the clock | memory |\n|---:|---:|---:|---:|");
        watchdog.start();
        for (int count : THREADS) {
            table.append(row(count));
        }
        watchdog.close();
        System.out.println(table);
        MarkdownPage.replaceTable("price of the watch", table.toString());
    }

    private String row(int count) throws Exception {
        List<Cost> more = new ArrayList<>();
        List<Cost> clock = new ArrayList<>();
        for (int round = -2; round < ROUNDS; round++) {
            Cost bare = round(count, this::bare);
            Cost watched = round(count, this::watched);
            Cost read = round(count, this::clock);
            if (round >= 0) {
                more.add(new Cost(watched.nanos() - bare.nanos(), watched.bytes() - bare.bytes()));
                clock.add(new Cost(read.nanos() - bare.nanos(), 0));
            }
        }
        return String.format(
                Locale.ROOT,
                "%n| %d | %.0f ns | %.0f ns | %.0f bytes |",
                count,
                median(more).nanos(),
                median(clock).nanos(),
                Math.max(0, median(more).bytes()));
    }

    private static Cost median(List<Cost> costs) {
        Cost[] sorted = costs.toArray(Cost[]::new);
        Arrays.sort(sorted, (one, other) -> Double.compare(one.nanos(), other.nanos()));
        return sorted[sorted.length / 2];
    }

    private Cost round(int count, Callable<Long> requests) throws Exception {
        List<Future<Cost>> working = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            working.add(threads.submit(() -> counted(requests)));
        }
        double nanos = 0;
        double bytes = 0;
        for (Future<Cost> each : working) {
            nanos += each.get().nanos() / count;
            bytes += each.get().bytes() / count;
        }
        return new Cost(nanos, bytes);
    }

    private static Cost counted(Callable<Long> requests) throws Exception {
        long bytes = COUNTERS.getCurrentThreadAllocatedBytes();
        long nanos = COUNTERS.getCurrentThreadCpuTime();
        if (requests.call() == Long.MIN_VALUE) {
            throw new IllegalStateException("no such sum");
        }
        double took = COUNTERS.getCurrentThreadCpuTime() - nanos;
        return new Cost(took / REQUESTS, (double) (COUNTERS.getCurrentThreadAllocatedBytes() - bytes) / REQUESTS);
    }

    private long bare() {
        long sum = 0;
        for (int i = 0; i < REQUESTS; i++) {
            sum = work(sum);
        }
        return sum;
    }

    private long clock() {
        long sum = 0;
        for (int i = 0; i < REQUESTS; i++) {
            sum = work(sum ^ System.nanoTime());
        }
        return sum;
    }

    private long watched() {
        long sum = 0;
        for (int i = 0; i < REQUESTS; i++) {
            WatchSlot place = watchdog.begin(System.nanoTime());
            sum = work(sum);
            if (place != null && place.end() != null) {
                throw new IllegalStateException("nothing is slow");
            }
        }
        return sum;
    }

    /** Long enough that what is around it does not overlap with the next. */
    private static long work(long sum) {
        long next = sum;
        for (int i = 0; i < 32; i++) {
            next = next * 6_364_136_223_846_793_005L + 1;
        }
        return next;
    }
}
