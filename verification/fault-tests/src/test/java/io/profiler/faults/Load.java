// SPDX-License-Identifier: Apache-2.0
package io.profiler.faults;

import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Users of the application until it is closed: one of them signs each request, the other none. */
final class Load implements AutoCloseable {

    /** Between the requests of a user: the processor is for what else is tested at the same time. */
    private static final Duration BETWEEN = Duration.ofMillis(5);

    private record Answered(String baseId, Instant at) {}

    private final ShopProcess shop;
    private final Queue<Answered> traces = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> users = new ArrayList<>();
    private volatile boolean ended;

    Load(ShopProcess shop) {
        this.shop = shop;
        users.add(new Thread(this::signAll));
        users.add(new Thread(this::signNone));
        users.forEach(Thread::start);
    }

    private void signAll() {
        while (!ended) {
            String baseId = UUID.randomUUID().toString();
            send(signed(baseId));
            traces.add(new Answered(baseId, Instant.now()));
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private void signNone() {
        while (!ended) {
            send(Map.of());
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    static Map<String, String> signed(String baseId) {
        return SignedHeaders.sign(new TraceContext(baseId, baseId, ShopProcess.KEY))
                .asMap();
    }

    private void send(Map<String, String> headers) {
        try {
            int status = shop.get("/orders", headers).statusCode();
            if (status != 200) {
                failures.add("status " + status);
            }
        } catch (IOException failed) {
            if (!ended) {
                failures.add(failed.toString());
            }
        } catch (InterruptedException e) {
            ended = true;
        }
    }

    /** The ids of the signed requests that were answered. */
    List<String> traces() {
        return tracesBefore(Instant.MAX);
    }

    /** Those of them that were answered before a time. */
    List<String> tracesBefore(Instant time) {
        return traces.stream()
                .filter(answered -> answered.at().isBefore(time))
                .map(Answered::baseId)
                .toList();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** From now on a request that fails is no failure: the application is about to be ended. */
    void endSoon() {
        ended = true;
    }

    @Override
    public void close() {
        ended = true;
        for (Thread user : users) {
            try {
                user.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
