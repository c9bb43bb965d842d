// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Clients that use a service as fast as it answers, each with one request at a time. */
final class Load {

    private static final Duration WARM_UP_TURN = Duration.ofSeconds(2);
    private static final int WARM_UP_TURNS = 15;
    private static final double NO_FASTER = 1.02;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<QueueClient> clients;

    Load(URI service, int clients, Headers headers) {
        this.clients = Stream.generate(() -> new QueueClient(http, service, headers))
                .limit(clients)
                .toList();
    }

    /**
     * Lets the clients work until that gets no faster. They rest for as long after each turn: what compiles a service's
     * code needs processors too.
     */
    void warmUp(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        double before = 0;
        double rate = warmUpRate(end);
        while (rate > before * NO_FASTER && System.nanoTime() < end) {
            before = rate;
            rate = warmUpRate(end);
        }
    }

    private double warmUpRate(long endNanos) throws InterruptedException {
        double rates = 0;
        int turns = 0;
        do {
            rates += run(WARM_UP_TURN).requestsPerSecond();
            turns++;
            TimeUnit.NANOSECONDS.sleep(WARM_UP_TURN.toNanos());
        } while (turns < WARM_UP_TURNS && System.nanoTime() < endNanos);
        return rates / turns;
    }

    /** Lets the clients work for a while. */
    Result run(Duration duration) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            long end = System.nanoTime() + duration.toNanos();
            List<Callable<RequestCounts>> work = clients.stream()
                    .map(client -> (Callable<RequestCounts>) () -> client.workUntil(end))
                    .toList();
            return Result.of(results(threads.invokeAll(work)), duration);
        } finally {
            threads.shutdown();
        }
    }

    private static List<RequestCounts> results(List<Future<RequestCounts>> work) throws InterruptedException {
        List<RequestCounts> results = new ArrayList<>();
        for (Future<RequestCounts> done : work) {
            try {
                results.add(done.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a client gave up", e.getCause());
            }
        }
        return results;
    }

    /** What all clients together did. */
    record Result(long requests, double requestsPerSecond) {

        private static Result of(List<RequestCounts> counts, Duration duration) {
            long inTime =
                    counts.stream().mapToLong(RequestCounts::answeredInTime).sum();
            return new Result(
                    counts.stream().mapToLong(RequestCounts::answered).sum(), inTime * 1e9 / duration.toNanos());
        }
    }
}
