// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import io.profiler.benchmarks.Figures;
import io.profiler.benchmarks.MarkdownPage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it costs a request to be recorded and forgotten: an application that records all requests and one that records none, in
 * one JVM, are asked in turns. What the thread that serves them took of its processor is compared, as what else the machine
 * does moves that little.
 */
public final class FlightPrice {

    private static final int ROUNDS = Integer.getInteger("rounds", 81);
    private static final int WARM_UP_ROUNDS = Integer.getInteger("warmUpRounds", 50);
    private static final int REQUESTS = Integer.getInteger("requests", 400);
    private static final List<String> PATHS = List.of("/orders/7", "/stock/7", "/tiny");
    private static final ThreadMXBean COUNTERS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MICRO = 1_000;

    private FlightPrice() {}

    /** Of a request. */
    private record Cost(double micros, double bytes) {}

    /** Rounds that followed each other. */
    private record Pair(Cost unrecorded, Cost recorded) {

        double moreMicros() {
            return recorded.micros() - unrecorded.micros();
        }

        double moreBytes() {
            return recorded.bytes() - unrecorded.bytes();
        }

        /** How much of its work the same processor gets done. */
        double work() {
            return unrecorded.micros() / recorded.micros();
        }
    }

    /**
     * Measures.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws Exception {
        StringBuilder table = new StringBuilder("Java " + Runtime.version().feature()
                + "\n\n| request | not recorded | recorded and forgotten, more | memory, more | work that it gets done |\n"
                + "|---|---:|---:|---:|---:|");
        try (OrdersApplication unrecorded = new OrdersApplication(false);
                OrdersApplication recorded = new OrdersApplication(true)) {
            expect("not recorded", unrecorded);
            expect("recorded", recorded);
            for (String path : PATHS) {
                table.append(row(path, unrecorded, recorded));
            }
        }
        System.out.println(table);
        MarkdownPage.replaceTable("price of the flight recorder", table.toString());
    }

    private static void expect(String answer, OrdersApplication application) throws IOException {
        String answered = ask(application, "/tiny");
        if (!answered.equals(answer)) {
            throw new IllegalStateException(answered);
        }
    }

    private static String row(String path, OrdersApplication unrecorded, OrdersApplication recorded)
            throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            Pair pair = round % 2 == 0
                    ? new Pair(round(unrecorded, path), round(recorded, path))
                    : reversed(round(recorded, path), round(unrecorded, path));
            if (round >= 0) {
                pairs.add(pair);
            }
        }
        return String.format(
                Locale.ROOT,
                "%n| `%s` | %.1f µs | %.1f µs | %.0f bytes | %.3f |",
                path,
                Figures.of(pairs, pair -> pair.unrecorded().micros()).median(),
                Figures.of(pairs, Pair::moreMicros).median(),
                Figures.of(pairs, Pair::moreBytes).median(),
                Figures.of(pairs, Pair::work).median());
    }

    private static Pair reversed(Cost recorded, Cost unrecorded) {
        return new Pair(unrecorded, recorded);
    }

    private static Cost round(OrdersApplication application, String path) throws IOException {
        long thread = application.threadId();
        long bytes = COUNTERS.getThreadAllocatedBytes(thread);
        long nanos = COUNTERS.getThreadCpuTime(thread);
        for (int i = 0; i < REQUESTS; i++) {
            ask(application, path);
        }
        double took = COUNTERS.getThreadCpuTime(thread) - nanos;
        return new Cost(
                took / NANOS_PER_MICRO / REQUESTS,
                (double) (COUNTERS.getThreadAllocatedBytes(thread) - bytes) / REQUESTS);
    }

    private static String ask(OrdersApplication application, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + application.port() + path)
                .toURL()
                .openConnection();
        try (InputStream answer = connection.getInputStream()) {
            return new String(answer.readAllBytes(), UTF_8);
        }
    }
}
