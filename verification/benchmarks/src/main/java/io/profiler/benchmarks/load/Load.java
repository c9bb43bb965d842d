// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** Clients that use a service as fast as it answers, each with one request at a time. */
public final class Load implements AutoCloseable {

    private static final Duration WARM_UP_TURN = Duration.ofSeconds(2);
    private static final int WARM_UP_TURNS = 15;
    private static final double NO_FASTER = 1.02;

    private static final Timeout ANSWER_AT_MOST = Timeout.ofSeconds(60);

    private final CloseableHttpClient http;
    private final List<Client> clients;

    public Load(int clients, Function<CloseableHttpClient, Client> client) {
        this.http = http(clients);
        this.clients = Stream.generate(() -> client.apply(http)).limit(clients).toList();
    }

    /** What costs little itself: it has to share the processors with what is measured. */
    private static CloseableHttpClient http(int connections) {
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(ANSWER_AT_MOST)
                .setSocketTimeout(ANSWER_AT_MOST)
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(connection)
                        .build())
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .build();
    }

    /**
     * Lets the clients work until that gets no faster. They rest for as long after each turn: what compiles a service's
     * code needs processors too.
     */
    public void warmUp(Duration atMost) throws InterruptedException {
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
    public Result run(Duration duration) throws InterruptedException {
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

    @Override
    public void close() throws IOException {
        http.close();
    }

    /** What all clients together did. */
    public record Result(long requests, double requestsPerSecond) {

        private static Result of(List<RequestCounts> counts, Duration duration) {
            long inTime =
                    counts.stream().mapToLong(RequestCounts::answeredInTime).sum();
            return new Result(
                    counts.stream().mapToLong(RequestCounts::answered).sum(), inTime * 1e9 / duration.toNanos());
        }
    }
}
