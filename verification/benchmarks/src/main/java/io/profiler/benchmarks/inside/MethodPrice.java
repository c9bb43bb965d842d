// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import io.profiler.benchmarks.MarkdownPage;
import io.profiler.trace.jvm.MethodCalls;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordingStream;

/**
 * What a traced method costs who calls it and is not profiled: by processor time of the calling thread, in rounds in turns in one
 * JVM, before the method was ever traced, while it is, and when it is no more. Traced as {@code profiler.trace-methods} has it,
 * which needs Java 25, but begun and ended at once.
 */
public final class MethodPrice {

    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(Integer.getInteger("roundMillis", 1_000));
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int CALLS_PER_LOOK = 1_000;
    private static final int STEPS = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** By the recorder's thread, which has ended when it is read. */
    private volatile long told;

    private long calls;
    private long called;
    private long result;

    private MethodPrice() {}

    /**
     * Measures.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws Exception {
        if (MethodCalls.areTold()) {
            new MethodPrice().measure();
        } else {
            System.out.println("Methods are traced from Java " + MethodCalls.LEAST_JAVA + " on");
        }
    }

    private void measure() throws Exception {
        round();
        List<Double> never = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            never.add(round());
        }
        whileTraced();
        called = 0;
        told = 0;
        List<Double> on = new ArrayList<>();
        List<Double> off = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            on.add(whileTraced());
            round();
            off.add(round());
        }
        String table = table(never, on, off);
        System.out.println(table + "\n(" + result + ")");
        MarkdownPage.replaceTable("price of methods", table);
    }

    private double whileTraced() throws InterruptedException {
        try (RecordingStream stream = new RecordingStream()) {
            stream.enable("jdk.MethodTrace")
                    .with("filter", MethodPrice.class.getName() + "::price")
                    .withoutStackTrace();
            stream.onEvent("jdk.MethodTrace", event -> countTold());
            stream.startAsync();
            round();
            called += calls;
            double nanos = round();
            called += calls;
            awaitAll();
            return nanos;
        }
    }

    /** The recorder hands over what it saw once a second. */
    private void awaitAll() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (told < called && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void countTold() {
        told = told + 1;
    }

    /** Processor time of a call. */
    private double round() {
        long end = System.nanoTime() + ROUND_NANOS;
        long began = THREADS.getCurrentThreadCpuTime();
        calls = 0;
        while (System.nanoTime() - end < 0) {
            for (int i = 0; i < CALLS_PER_LOOK; i++) {
                result += price(i);
            }
            calls += CALLS_PER_LOOK;
        }
        return (THREADS.getCurrentThreadCpuTime() - began) / (double) calls;
    }

    private static long price(int seed) {
        long sum = seed;
        for (int i = 0; i < STEPS; i++) {
            sum = sum * 31 + i;
        }
        return sum;
    }

    private String table(List<Double> never, List<Double> on, List<Double> off) {
        double base = median(never);
        return "Java " + Runtime.version().feature()
                + "\n\n| the method | processor time of a call | more than never traced |\n|---|---:|---:|"
                + row("was never traced", median(never), base)
                + row("is traced", median(on), base)
                + row("was traced before", median(off), base)
                + String.format(Locale.ROOT, "%n%nOf %,d calls while it was traced, %,d were told.", called, told);
    }

    private static String row(String what, double nanos, double base) {
        return String.format(Locale.ROOT, "%n| %s | %.0f ns | %.0f ns |", what, nanos, nanos - base);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
