// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.profiler.point.TracePoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to a second service, and to a host that is not of the house. */
class HttpClientsTest {

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class Contract {

        private final List<String> foreign = new CopyOnWriteArrayList<>();
        private HttpServer foreigner;
        private Service back;
        private Service front;

        abstract String[] properties();

        @BeforeAll
        void start() throws IOException {
            foreigner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            foreigner.createContext("/", exchange -> {
                foreign.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestHeaders().keySet().stream()
                                .filter(name -> name.toLowerCase().startsWith("x-trace"))
                                .toList());
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("hi".getBytes());
                exchange.close();
            });
            foreigner.start();
            back = Service.start(Service.WITHOUT_METRICS);
            front = Service.start(properties());
        }

        @AfterAll
        void stop() {
            front.close();
            back.close();
            foreigner.stop(0);
        }

        /** The same machine by an address that does not say so; as part of a query. */
        private String foreignUrl() {
            return "http://%5B::ffff:127.0.0.1%5D:" + foreigner.getAddress().getPort() + "/";
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest-client", "rest-template", "web-client", "web-client-mono"})
        void theOtherServicesSpansAreBelowTheClients(String client) {
            Spans spans = front.profiled("/" + client + "?url=" + back.url("/owners/7?x=1"));

            assertThat(spans.response().body()).isEqualTo("owner 7");
            assertOneTree(spans);
            assertThat(spans.info("http.client.requests-start").get("requests"))
                    .isEqualTo(Map.of(
                            "method", "GET",
                            "scheme", "http",
                            "hostname", "127.0.0.1",
                            "port", back.port(),
                            "path", "/owners/7",
                            "query", "x=1"));
            assertThat(spans.info("http.client.requests-stop").get("requests")).isEqualTo(Map.of("status_code", 200));
        }

        @Test
        void aDeclaredClientToo() {
            Spans spans = front.profiled("/http-exchange?url=" + back.url(""));

            assertThat(spans.response().body()).isEqualTo("owner 7");
            assertOneTree(spans);
        }

        @Test
        void aBodyArrives() {
            Spans spans = front.profiled("/rest-client-post?url=" + back.url("/echo"));

            assertThat(spans.response().body()).isEqualTo("text");
            assertOneTree(spans);
        }

        private void assertOneTree(Spans spans) {
            TracePoint client = spans.point("http.client.requests-start");
            Spans other = back.spans(spans.baseId(), spans.response());
            org.awaitility.Awaitility.await().until(other::isWhole);
            assertThat(other.point("wsgi-start").parentId()).isEqualTo(client.traceId());
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest-client", "rest-template", "web-client", "rest-client-post"})
        void aForeignHostGetsNothing(String client) {
            foreign.clear();

            Spans spans = front.profiled("/" + client + "?url=" + foreignUrl());

            assertThat(spans.response().body()).isEqualTo("hi");
            assertThat(foreign).hasSize(1).allMatch(request -> request.endsWith(" []"));
            assertThat(spans.tree()).contains("http.client.requests");
        }

        @ParameterizedTest
        @CsvSource({
            "rest-client, 302, GET",
            "rest-client, 307, GET",
            "rest-template, 301, GET",
            "web-client, 302, GET",
            "rest-client-post, 302, GET",
            "rest-client-post, 303, GET",
            "rest-client-post, 307, POST"
        })
        void norDoesOneThatARequestIsSentOnTo(String client, int status, String method) {
            foreign.clear();

            Spans spans = front.profiled("/" + client + "?url="
                    + back.url("/redirect?status=" + status + "%26to="
                            + foreignUrl().replace("%", "%25")));

            assertThat(foreign).containsExactly(method + " []");
            assertThat(spans.response().body()).isEqualTo("hi");
            assertOneTree(spans);
        }

        @Test
        void anUnprofiledRequestSendsNothing() {
            back.seen().headers().clear();

            front.get("/rest-client?url=" + back.url("/owners/7"), Map.of());

            assertThat(back.seen().headers()).containsExactly(Map.of("path", "/owners/7", "info", ""));
        }

        @Test
        void aRefusedConnectionIsTheSpansError() {
            Spans spans = front.profiled("/rest-client?url=http://127.0.0.1:1/");

            assertThat(spans.info("http.client.requests-stop"))
                    .containsEntry("etype", "org.springframework.web.client.ResourceAccessException");
        }
    }

    @Nested
    class OfTheJdk extends Contract {
        @Override
        String[] properties() {
            return new String[] {Service.WITHOUT_METRICS, "spring.http.clients.imperative.factory=jdk"};
        }
    }

    @Nested
    class Apaches extends Contract {
        @Override
        String[] properties() {
            return new String[] {"spring.http.clients.imperative.factory=http-components"};
        }
    }
}
