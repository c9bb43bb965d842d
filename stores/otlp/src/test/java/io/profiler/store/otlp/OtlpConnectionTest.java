// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.profiler.otlp.internal.OtlpSpan;
import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    @Timeout(60)
    void aBodyThatDoesNotComeIsNotWaitedForForever() {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().flush();
            await();
        });
        server.start();

        assertThatThrownBy(() -> connection(Duration.ofSeconds(5)).send(spans()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("its answer did not come in time");
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void everyAnswerOfSuccessIsOne(int status) {
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();

        assertThat(connection(PATIENCE).send(spans())).isZero();
    }

    private OtlpConnection connection(Duration answerTimeout) {
        OtlpEndpoint endpoint = OtlpEndpoint.of(
                new ConnectionString("otlp://127.0.0.1:" + server.getAddress().getPort()));
        return new OtlpConnection(endpoint, PATIENCE, answerTimeout);
    }

    private static List<OtlpSpan> spans() {
        OpenSpans open = new OpenSpans(10);
        return open.join(List.of(point("wsgi-start"), point("wsgi-stop"))).spans();
    }

    private static TracePoint point(String name) {
        String base = "35f5b887-20c4-4324-93ea-9fe5b2497391";
        return new TracePoint(
                name,
                base,
                "87e63752-ae10-4694-9e3a-7c9256e1f6db",
                base,
                "2026-01-31T00:00:01.123456",
                Map.of(),
                "p",
                "s");
    }
}
