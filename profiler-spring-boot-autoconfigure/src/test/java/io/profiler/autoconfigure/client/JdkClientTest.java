// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.profiler.autoconfigure.HouseHosts;
import io.profiler.autoconfigure.Signature;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** What an application sees of requests that a profiled request sends by the JDK's client is what it sees of all others. */
@ExtendWith(NoContextLeft.class)
class JdkClientTest {

    private static final List<String> CREDENTIALS = List.of("Authorization", "Cookie", "Referer");

    private final Profiler profiler =
            Profiler.create(new CollectingSink(), new Origin("host-1", "demo", "api"), ArgumentCapture.disabled());
    private final List<Map<String, List<String>>> arrived = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Sends a request on to where its query says, or round and round, and gives its client a cookie. */
    private void answer(HttpExchange exchange) throws IOException {
        boolean loops = exchange.getRequestURI().getPath().equals("/loop");
        String to = loops ? "/loop" : exchange.getRequestURI().getQuery();
        arrived.add(exchange.getRequestHeaders());
        exchange.getResponseHeaders().add("Set-Cookie", "session=1; Path=/");
        if (to != null) {
            exchange.getResponseHeaders().add("Location", to);
        }
        exchange.sendResponseHeaders(to == null ? 204 : 302, -1);
        exchange.close();
    }

    private String house(String pathAndQuery) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery;
    }

    private String foreign(String path) {
        return "http://[::ffff:127.0.0.1]:" + server.getAddress().getPort() + path;
    }

    private static RestClient client(Consumer<HttpClient.Builder> customizer) {
        JdkClientHttpRequestFactoryBuilder builder =
                ClientHttpRequestFactoryBuilder.jdk().withHttpClientCustomizer(customizer);
        return RestClient.builder()
                .requestFactory(new JdkClientPostProcessor(
                                () -> new Signature(new HouseHosts(List.of())), new DefaultListableBeanFactory())
                        .signing(builder)
                        .build())
                .build();
    }

    private ResponseEntity<Void> profiled(RestClient client, String uri) {
        ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"));
        try {
            return send(client, uri);
        } finally {
            scope.close();
        }
    }

    private static ResponseEntity<Void> send(RestClient client, String uri) {
        return client.get()
                .uri(uri)
                .header("Authorization", "Bearer s3cr3t")
                .header("Referer", "http://orders/7")
                .header("Cookie", "a=b")
                .header("Accept-Language", "de")
                .retrieve()
                .toBodilessEntity();
    }

    @Test
    void whatIsSecretStaysWithTheHostThatItWasSentTo() {
        profiled(client(builder -> {}), house("/?" + foreign("/")));

        assertThat(arrived).hasSize(2);
        assertThat(arrived.get(0)).containsKeys("Authorization", "Cookie", "Referer", signed());
        assertThat(arrived.get(1)).containsKeys("Accept-language").doesNotContainKey(signed());
        assertThat(arrived.get(1).keySet()).doesNotContainAnyElementsOf(CREDENTIALS);
    }

    @Test
    void onTheSameHostItGoesOnAndTheRequestIsSignedAgain() {
        profiled(client(builder -> {}), house("/?" + house("/")));

        assertThat(arrived)
                .hasSize(2)
                .allSatisfy(headers -> assertThat(headers).containsKeys("Authorization", "Referer", signed()));
    }

    @Test
    void aCircleOfRedirectsEndsAsEver() {
        RestClient client = client(builder -> {});

        assertThat(send(client, house("/loop")).getStatusCode().value()).isEqualTo(302);
        int unprofiled = arrived.size();
        assertThat(profiled(client, house("/loop")).getStatusCode().value()).isEqualTo(302);

        assertThat(arrived).hasSize(2 * unprofiled);
    }

    @Test
    void aRedirectThatTheApplicationDoesNotFollowIsItsOwn() {
        RestClient client = client(builder -> builder.followRedirects(HttpClient.Redirect.NEVER));

        assertThat(profiled(client, house("/?" + house("/"))).getStatusCode().value())
                .isEqualTo(302);
        assertThat(arrived).hasSize(1).allMatch(headers -> headers.containsKey(signed()));
    }

    @Test
    void cookiesAreThoseOfTheApplication() {
        RestClient client = client(builder -> builder.cookieHandler(new CookieManager()));

        send(client, house("/"));
        profiled(client, house("/"));

        assertThat(cookie(arrived.get(1))).contains("session=1");
    }

    private static @Nullable String cookie(Map<String, List<String>> headers) {
        return String.valueOf(headers.get("Cookie"));
    }

    @Test
    void aClientThatCannotBeBuiltTwiceSendsUnsigned() {
        AtomicInteger built = new AtomicInteger();
        RestClient client = client(builder -> {
            if (built.incrementAndGet() > 1) {
                throw new IllegalStateException("only once");
            }
        });

        assertThat(profiled(client, house("/")).getStatusCode().value()).isEqualTo(204);
        assertThat(arrived).hasSize(1).noneMatch(headers -> headers.containsKey(signed()));
    }

    private static String signed() {
        return "X-trace-info";
    }
}
