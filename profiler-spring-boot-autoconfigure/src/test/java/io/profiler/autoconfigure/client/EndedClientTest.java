// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.profiler.autoconfigure.CallDescription;
import io.profiler.autoconfigure.HouseHosts;
import io.profiler.autoconfigure.Signature;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What an application does to its client at the end is done to what sends its signed requests, too. */
@EnabledForJreRange(min = JRE.JAVA_21)
class EndedClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Profiler profiler =
            Profiler.create(new CollectingSink(), new Origin("host-1", "demo", "api"), ArgumentCapture.disabled());
    private final TracedHttpClient client = new TracedHttpClient(
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build(),
            new SentCalls(
                    new Signature(new HouseHosts(List.of())),
                    new CallDescription(ArgumentCapture.disabled()),
                    () -> false));
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        answering.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/later")) {
            arrived.countDown();
            try {
                answering.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Test
    void shutdownNowEndsWhatIsUnderWay() throws Exception {
        CompletableFuture<HttpResponse<String>> later = profiled("/later");
        arrived.await();

        client.shutdownNow();

        assertThatThrownBy(() -> later.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
        Awaitility.await().atMost(PATIENCE).until(client::isTerminated);
    }

    @Test
    void whoAwaitsTheEndWaitsForWhatIsUnderWay() throws Exception {
        CompletableFuture<HttpResponse<String>> later = profiled("/later");
        arrived.await();
        client.shutdown();

        assertThat(client.awaitTermination(Duration.ofMillis(1))).isFalse();
        assertThat(client.isTerminated()).isFalse();
        answering.countDown();
        assertThat(later.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode())
                .isEqualTo(204);
        assertThat(client.awaitTermination(PATIENCE)).isTrue();
        assertThat(client.isTerminated()).isTrue();
    }

    @Test
    void oneThatIsClosedSendsNothingMore() throws Exception {
        assertThat(profiled("/").get().statusCode()).isEqualTo(204);

        client.close();

        assertThat(client.isTerminated()).isTrue();
        assertThatThrownBy(() -> profiled("/").get()).hasCauseInstanceOf(IOException.class);
    }

    private CompletableFuture<HttpResponse<String>> profiled(String path) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"));
        try {
            return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } finally {
            scope.close();
        }
    }
}
