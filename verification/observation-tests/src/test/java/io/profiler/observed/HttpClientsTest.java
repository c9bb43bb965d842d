// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

        private Neighbours services;

        abstract String[] properties();

        @BeforeAll
        void start() throws IOException {
            services = Neighbours.start(properties());
        }

        @AfterAll
        void stop() {
            services.close();
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest-client", "rest-template", "web-client", "web-client-mono"})
        void theOtherServicesSpansAreBelowTheClients(String client) {
            Spans spans = services.ask(client, services.back().url("/owners/7?x=1"));

            assertThat(spans.response().body()).isEqualTo("owner 7");
            services.assertOneTree(spans, "http.client.requests");
            services.assertIsTold(spans, "http.client.requests");
        }

        @Test
        void aDeclaredClientToo() {
            Spans spans = services.ask("http-exchange", services.back().url(""));

            assertThat(spans.response().body()).isEqualTo("owner 7");
            services.assertOneTree(spans, "http.client.requests");
        }

        @Test
        void aBodyArrives() {
            Spans spans = services.ask("rest-client-post", services.back().url("/echo"));

            assertThat(spans.response().body()).isEqualTo("text");
            services.assertOneTree(spans, "http.client.requests");
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest-client", "rest-template", "web-client", "rest-client-post"})
        void aForeignHostGetsNothing(String client) {
            Spans spans = services.askForeigner(client);

            assertThat(spans.response().body()).isEqualTo("hi");
            services.assertForeignerGotOneRequestUnsigned();
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
            Spans spans = services.askToBeSentOn(client, status);

            assertThat(services.foreigner().requests()).containsExactly(method + " []");
            assertThat(spans.response().body()).isEqualTo("hi");
            services.assertOneTree(spans, "http.client.requests");
        }

        @Test
        void anUnprofiledRequestSendsNothing() {
            services.assertNothingIsSentUnprofiled("rest-client");
        }

        @Test
        void aRefusedConnectionIsTheSpansError() {
            Spans spans = services.ask("rest-client", "http://127.0.0.1:1/");

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
