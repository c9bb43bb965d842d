// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreOptions;
import io.profiler.store.backend.Retention;
import io.profiler.store.backend.SweepTimer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SweepTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final List<String> sweeps = new CopyOnWriteArrayList<>();
    private volatile String answer = "{}";
    private final CountDownLatch deleted = new CountDownLatch(1);

    @Test
    void theNextBeginsAfterTheOneBeforeAndNoneLeavesADocumentBehind() throws IOException {
        try (AnsweringServer server = new AnsweringServer(this::answer);
                ElasticsearchConnection connection =
                        ElasticsearchConnection.to(server.address(), StoreOptions.defaults())) {
            Sweep sweep = new Sweep(
                    connection, new OccasionalLog(LoggerFactory.getLogger(SweepTest.class)), new Retention(INTERVAL));

            runUntilThereAre(1, sweep);
            Awaitility.await()
                    .during(INTERVAL.plusMillis(500))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        sweep.runIfDue();
                        return sweeps.size() == 1;
                    });
            deleted.countDown();
            runUntilThereAre(2, sweep);

            assertThat(sweeps).allMatch(request -> !request.contains("wait_for_completion=false"));
        }
    }

    /** As a proxy's. */
    @Test
    void anAnswerWithoutABodyEndsASweep() throws IOException {
        answer = "";
        deleted.countDown();
        try (AnsweringServer server = new AnsweringServer(this::answer);
                ElasticsearchConnection connection =
                        ElasticsearchConnection.to(server.address(), StoreOptions.defaults())) {
            Sweep sweep = new Sweep(
                    connection, new OccasionalLog(LoggerFactory.getLogger(SweepTest.class)), new Retention(INTERVAL));

            runUntilThereAre(2, sweep);
        }
    }

    /** By an interval that nobody waits for. */
    @Test
    void whatOneSweepHasNoRoomForIsDeletedByTheNext() throws IOException {
        answer = "{\"deleted\": 10000}";
        deleted.countDown();
        SweepTimer timer = new SweepTimer(Duration.ofDays(1));
        timer.sweepSoon();
        try (AnsweringServer server = new AnsweringServer(this::answer);
                ElasticsearchConnection connection =
                        ElasticsearchConnection.to(server.address(), StoreOptions.defaults())) {
            Sweep sweep = new Sweep(connection, new OccasionalLog(LoggerFactory.getLogger(SweepTest.class)), timer);

            runUntilThereAre(2, sweep);

            assertThat(sweeps).allMatch(request -> request.contains("max_docs=10000"));
        }
    }

    /** Once it may. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            sweeps.add(exchange.getRequestURI().toString());
            deleted.await();
            exchange.sendResponseHeaders(answer.isEmpty() ? 204 : 200, answer.isEmpty() ? -1 : answer.length());
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilThereAre(int count, Sweep sweep) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            sweep.runIfDue();
            return sweeps.size() >= count;
        });
    }
}
