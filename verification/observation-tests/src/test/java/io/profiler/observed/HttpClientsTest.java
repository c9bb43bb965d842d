// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import java.io.IOException;
import java.util.Map;
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

        private Foreigner foreigner;
        private Service back;
        private Service front;

        abstract String[] properties();

        @BeforeAll
        void start() throws IOException {
            foreigner = new Foreigner();
            back = Service.start(Service.WITHOUT_METRICS);
            front = Service.start(properties());
        }

        @AfterAll
        void stop() {
            front.close();
            back.close();
            foreigner.close();
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
            await().until(other::isWhole);
            assertThat(other.point("wsgi-start").parentId()).isEqualTo(client.traceId());
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest-client", "rest-template", "web-client", "rest-client-post"})
        void aForeignHostGetsNothing(String client) {
            foreigner.requests().clear();

            Spans spans = front.profiled("/" + client + "?url=" + foreigner.url());

            assertThat(spans.response().body()).isEqualTo("hi");
            assertThat(foreigner.requests()).hasSize(1).allMatch(request -> request.endsWith(" []"));
            assertThat(spans.tree()).contains("http.client.requests");
        }

        @ParameterizedTest
        @CsvSource({
            "rest-client, 302, GET",
            "rest-client, 307, GET",
            "rest-template, 301, GET",
            "web-client, 302, GET",
            "rest-client-post, 303, GET",
            "rest-client-post, 307, POST"
        })
        void norDoesOneThatARequestIsSentOnTo(String client, int status, String method) {
            assertSentOn(client, status, method);
        }

        @Test
        void norDoesOneWhereWhatWasPostedIsFound() {
            assertSentOn("rest-client-post", 302, methodToWhatIsFound());
        }

        /** Clients differ in it. */
        String methodToWhatIsFound() {
            return "GET";
        }

        private void assertSentOn(String client, int status, String method) {
            foreigner.requests().clear();

            Spans spans = front.profiled("/" + client + "?url="
                    + back.url("/redirect?status=" + status + "%26to="
                            + foreigner.url().replace("%", "%25")));

            assertThat(foreigner.requests()).containsExactly(method + " []");
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

    @Nested
    class ReactorNettys extends Contract {
        @Override
        String[] properties() {
            return new String[] {Service.WITHOUT_METRICS, "spring.http.clients.imperative.factory=reactor"};
        }

        @Override
        String methodToWhatIsFound() {
            return "POST";
        }
    }
}
