// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import feign.Client;
import feign.Request;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.profiler.autoconfigure.CallDescription;
import io.profiler.autoconfigure.HouseHosts;
import io.profiler.autoconfigure.Signature;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/** An application that sends the headers on that it has received, as a gateway does, gives no other house what is signed. */
@ExtendWith(NoContextLeft.class)
class PassedOnTest {

    private static final Map<String, String> RECEIVED =
            Map.of("X-Trace-Info", "somebody's", "X-Trace-HMAC", "s1gned", "X-Trace-Token", "t0ken", "X-Other", "kept");
    private static final Signature SIGNATURE = new Signature(new HouseHosts(List.of()));

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

    /** Sends a request on to where its query says. */
    private void answer(HttpExchange exchange) throws IOException {
        String to = exchange.getRequestURI().getQuery();
        arrived.add(exchange.getRequestHeaders());
        if (to != null) {
            exchange.getResponseHeaders().add("Location", to);
        }
        exchange.sendResponseHeaders(to == null ? 204 : 302, -1);
        exchange.close();
    }

    private String house() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private String foreign() {
        return "http://[::ffff:127.0.0.1]:" + server.getAddress().getPort() + "/";
    }

    @ParameterizedTest
    @EnumSource
    void aForeignHostGetsNothingOfATrace(Sender sender) throws Exception {
        sender.send(foreign());
        profiled(sender, foreign());

        assertThat(arrived)
                .hasSize(2)
                .allSatisfy(headers -> assertThat(headers)
                        .containsEntry("X-other", List.of("kept"))
                        .doesNotContainKeys("X-trace-info", "X-trace-hmac", "X-trace-token"));
    }

    @ParameterizedTest
    @EnumSource
    void norDoesOneThatTheRequestIsSentOnTo(Sender sender) throws Exception {
        sender.send(house() + "?" + foreign());

        assertThat(arrived).hasSize(sender.followsRedirects() ? 2 : 1);
        assertThat(arrived.get(0)).containsEntry("X-trace-info", List.of("somebody's"));
        assertThat(arrived.subList(1, arrived.size()))
                .allSatisfy(headers ->
                        assertThat(headers).doesNotContainKeys("X-trace-info", "X-trace-hmac", "X-trace-token"));
    }

    @ParameterizedTest
    @EnumSource
    void withinTheHouseWhatIsProfiledIsSignedAnewAndTheRestGoesOnAsItIs(Sender sender) throws Exception {
        sender.send(house());
        profiled(sender, house());

        assertThat(arrived.get(0))
                .containsEntry("X-trace-info", List.of("somebody's"))
                .containsEntry("X-trace-token", List.of("t0ken"));
        assertThat(arrived.get(1)).containsKey("X-trace-hmac").doesNotContainKey("X-trace-token");
        assertThat(arrived.get(1).get("X-trace-info")).hasSize(1).doesNotContain("somebody's");
    }

    /** As in a servlet application, where nothing of Reactor's knows whose thread it is. */
    @Test
    void aWebClientOfTheApplicationsOwnIsSignedWhereItsCallerWaits() {
        ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"));
        try {
            webClient().get().uri(house()).retrieve().toBodilessEntity().block();
        } finally {
            scope.close();
        }

        assertThat(arrived).hasSize(1).allMatch(headers -> headers.containsKey("X-trace-info"));
    }

    /** The observation around it is the application's, and not that of the request. */
    @Test
    void whatIsInASpanInsideOfAnObservationIsBelowThatSpan() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(context -> true);
        Observation around = Observation.start("around", registry);
        ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"));
        try (Span outer = profiler.start("outer")) {
            around.getContext().put(TracePosition.class, TracePosition.current());
            try (Span inner = profiler.start("inner")) {
                String expected = SIGNATURE.of(URI.create(house())).get("X-Trace-Info");
                ReactorSigning.by(reactor.netty.http.client.HttpClient.create(), SIGNATURE)
                        .get()
                        .uri(house())
                        .response()
                        .contextWrite(context -> context.put("micrometer.observation", around))
                        .block();

                assertThat(arrived.get(0)).containsEntry("X-trace-info", List.of(expected));
            }
        } finally {
            scope.close();
        }
    }

    private void profiled(Sender sender, String uri) throws Exception {
        ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"));
        try {
            sender.send(uri);
        } finally {
            scope.close();
        }
    }

    private static WebClient webClient() {
        WebClient.Builder builder = WebClient.builder();
        new WebClientBuilderPostProcessor(() -> SIGNATURE).postProcessBeforeInitialization(builder, "builder");
        return builder.build();
    }

    private static SentCalls calls() {
        return new SentCalls(SIGNATURE, new CallDescription(ArgumentCapture.disabled()), () -> false);
    }

    /** Each kind of client that signs. */
    enum Sender {
        SPRINGS_BY_THE_JDKS {
            @Override
            void send(String uri) {
                by(
                        new JdkClientPostProcessor(() -> SIGNATURE, new DefaultListableBeanFactory())
                                .signing(ClientHttpRequestFactoryBuilder.jdk())
                                .build(),
                        uri);
            }
        },
        SPRINGS_BY_APACHES {
            @Override
            void send(String uri) {
                by(
                        new HttpComponentsClientHttpRequestFactory(HttpClientBuilder.create()
                                .addRequestInterceptorLast(new ApacheSigning(SIGNATURE))
                                .build()),
                        uri);
            }
        },
        WEB_CLIENT {
            @Override
            void send(String uri) {
                webClient()
                        .get()
                        .uri(URI.create(uri))
                        .headers(headers -> RECEIVED.forEach(headers::set))
                        .retrieve()
                        .toBodilessEntity()
                        .block();
            }

            @Override
            boolean followsRedirects() {
                return false;
            }
        },
        JDKS {
            @Override
            void send(String uri) throws Exception {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
                RECEIVED.forEach(request::header);
                new TracedHttpClient(
                                HttpClient.newBuilder()
                                        .followRedirects(HttpClient.Redirect.NORMAL)
                                        .build(),
                                calls())
                        .send(request.build(), HttpResponse.BodyHandlers.discarding());
            }
        },
        FEIGNS {
            @Override
            void send(String uri) throws Exception {
                Map<String, Collection<String>> headers = new LinkedHashMap<>();
                RECEIVED.forEach((name, value) -> headers.put(name, List.of(value)));
                new TracedFeignClient(new Client.Default(null, null), calls())
                        .execute(
                                Request.create(
                                        Request.HttpMethod.GET, uri, headers, null, StandardCharsets.UTF_8, null),
                                new Request.Options())
                        .close();
            }
        };

        abstract void send(String uri) throws Exception;

        boolean followsRedirects() {
            return true;
        }

        private static void by(ClientHttpRequestFactory factory, String uri) {
            RestClient.builder()
                    .requestFactory(factory)
                    .build()
                    .get()
                    .uri(URI.create(uri))
                    .headers(headers -> RECEIVED.forEach(headers::set))
                    .retrieve()
                    .toBodilessEntity();
        }
    }
}
