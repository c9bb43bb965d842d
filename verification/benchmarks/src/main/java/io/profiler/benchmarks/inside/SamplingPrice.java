// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import io.profiler.benchmarks.MarkdownPage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What looks cost the request, a thread beside it, and the machine: rounds of each kind in turns, in one JVM, each compared with
 * the one without looks of the same turn. Work is counted by processor time, which what else the machine does moves little, and
 * beside the request also by the second, as where a look stops all threads nobody's processor time shows it.
 */
public final class SamplingPrice {

    private static final String SAMPLER = "profiler-sampler";
    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(Integer.getInteger("roundMillis", 2_000));
    private static final double NANOS_PER_MICRO = 1_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<Kind> KINDS = List.of(
            new Kind("not looked at", Duration.ZERO, 1),
            new Kind("every 20 ms", Duration.ofMillis(20), 1),
            new Kind("every 10 ms", Duration.ofMillis(10), 1),
            new Kind("every 5 ms", Duration.ofMillis(5), 1),
            new Kind("eight requests, not looked at", Duration.ZERO, 8),
            new Kind("eight requests, every 10 ms", Duration.ofMillis(10), 8));

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "work");
        thread.setDaemon(true);
        return thread;
    });
    private final SampledWork requests = new SampledWork();

    private SamplingPrice() {}

    private record Kind(String name, Duration every, int requests) {}

    /** Steps for processor time, of the requests and of the thread beside; what the sampler took of a core. */
    private record Round(
            double request, double beside, double besidePerSecond, double sampler, double looksPerSecond) {}

    /** What one thread has done. */
    private record Done(double stepsPerMicro, long steps) {}

    /**
     * Measures.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws Exception {
        new SamplingPrice().measure();
    }

    private void measure() throws Exception {
        List<List<Round>> rounds = new ArrayList<>();
        for (Kind kind : KINDS) {
            round(kind);
            rounds.add(new ArrayList<>());
        }
        for (int i = 0; i < ROUNDS; i++) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                rounds.get(kind).add(round(KINDS.get(kind)));
            }
        }
        String table = table(rounds);
        System.out.println(table);
        MarkdownPage.replaceTable("price of looks", table);
    }

    private Round round(Kind kind) throws Exception {
        long begin = System.nanoTime();
        long end = begin + ROUND_NANOS;
        long samplerBefore = samplerNanos();
        List<Future<Done>> working = new ArrayList<>();
        for (int i = 0; i < kind.requests(); i++) {
            working.add(threads.submit(counted(work -> requests.run(kind.every(), work, end))));
        }
        Done beside = threads.submit(counted(work -> work.until(end))).get();
        double request = 0;
        for (Future<Done> each : working) {
            request += each.get().stepsPerMicro() / kind.requests();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double sampler = (samplerNanos() - samplerBefore) / 1e9 / seconds;
        return new Round(
                request, beside.stepsPerMicro(), beside.steps() / seconds, sampler, requests.looks() / seconds);
    }

    private interface Steps {

        long make(Work work);
    }

    private static Callable<Done> counted(Steps steps) {
        return () -> {
            Work work = new Work();
            long before = THREADS.getCurrentThreadCpuTime();
            long made = steps.make(work);
            double micros = (THREADS.getCurrentThreadCpuTime() - before) / NANOS_PER_MICRO;
            return new Done(work.sum() == Long.MIN_VALUE ? 0 : made / micros, made);
        };
    }

    private static long samplerNanos() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(SAMPLER))
                .mapToLong(thread -> THREADS.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static String table(List<List<Round>> rounds) {
        StringBuilder table = new StringBuilder("Java " + Runtime.version().feature()
                + "\n\n| requests | looks a second | work of a request | work beside it | the same, by the second | sampler, of a core |\n"
                + "|---|---:|---:|---:|---:|---:|");
        for (int kind = 0; kind < KINDS.size(); kind++) {
            int base = KINDS.get(kind).requests() == 1 ? 0 : KINDS.size() - 2;
            table.append(row(KINDS.get(kind).name(), rounds.get(kind), rounds.get(base)));
        }
        return table.toString();
    }

    private static String row(String name, List<Round> rounds, List<Round> base) {
        return String.format(
                Locale.ROOT,
                "%n| %s | %.0f | %.3f | %.3f | %.3f | %.1f %% |",
                name,
                median(rounds, (round, index) -> round.looksPerSecond()),
                median(
                        rounds,
                        (round, index) -> round.request() / base.get(index).request()),
                median(
                        rounds,
                        (round, index) -> round.beside() / base.get(index).beside()),
                median(
                        rounds,
                        (round, index) ->
                                round.besidePerSecond() / base.get(index).besidePerSecond()),
                100 * median(rounds, (round, index) -> round.sampler()));
    }

    private interface Figure {

        double of(Round round, int index);
    }

    private static double median(List<Round> rounds, Figure figure) {
        double[] values = new double[rounds.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = figure.of(rounds.get(i), i);
        }
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
