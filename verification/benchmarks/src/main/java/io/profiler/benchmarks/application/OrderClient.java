// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import io.profiler.benchmarks.load.Answers;
import io.profiler.benchmarks.load.Client;
import io.profiler.benchmarks.load.Headers;
import io.profiler.benchmarks.load.RequestCounts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** Asks for an order now and then: as often, whatever the application costs, unless it is slower than that. */
final class OrderClient implements Client {

    private static final int ORDERS = 10_000;

    private final CloseableHttpClient http;
    private final URI application;
    private final Headers headers;
    private final Duration pause;

    OrderClient(CloseableHttpClient http, URI application, Headers headers, Duration pause) {
        this.http = http;
        this.application = application;
        this.headers = headers;
        this.pause = pause;
    }

    @Override
    public RequestCounts workUntil(long endNanos) throws IOException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        RequestCounts counts = new RequestCounts(endNanos);
        long due = System.nanoTime() + random.nextLong(pause.toNanos());
        while (due < endNanos) {
            awaitUntil(due);
            counts.add(ask("/orders/" + random.nextInt(ORDERS)));
            due = Math.max(due + pause.toNanos(), System.nanoTime());
        }
        return counts;
    }

    private static void awaitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private String ask(String path) throws IOException {
        ClassicRequestBuilder request = ClassicRequestBuilder.get(application.resolve(path));
        headers.next().forEach(request::addHeader);
        return http.execute(request.build(), answer -> Answers.bodyOf(answer, path));
    }
}
