// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of the JDK that is a bean, of which nobody observes anything. */
class JdkHttpClientTest {

    private static Neighbours services;

    @BeforeAll
    static void start() throws IOException {
        services = Neighbours.start();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "jdk-async"})
    void theOtherServicesSpansAreBelowTheCall(String caller) {
        Spans spans = services.ask(caller, services.back().url("/owners/7?x=1"));

        assertThat(spans.response().body()).isEqualTo("owner 7");
        assertThat(spans.tree()).contains("controller(http)");
        services.assertOneTree(spans, "http");
        services.assertIsTold(spans, "http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "jdk-async", "jdk-post"})
    void aForeignHostGetsNothing(String caller) {
        Spans spans = services.askForeigner(caller);

        assertThat(spans.response().body()).isEqualTo("hi");
        services.assertForeignerGotOneRequestUnsigned();
        assertThat(spans.tree()).contains("controller(http)");
    }

    @ParameterizedTest
    @CsvSource({
        "jdk, 302, GET",
        "jdk, 307, GET",
        "jdk-async, 301, GET",
        "jdk-async, 303, GET",
        "jdk-post, 302, GET",
        "jdk-post, 307, POST"
    })
    void norDoesOneThatARequestIsSentOnTo(String caller, int status, String method) {
        Spans spans = services.askToBeSentOn(caller, status);

        assertThat(services.foreigner().requests()).containsExactly(method + " []");
        assertThat(spans.response().body()).isEqualTo("sent on: hi");
        services.assertOneTree(spans, "http");
    }

    @Test
    void anUnprofiledRequestSendsNothing() {
        services.assertNothingIsSentUnprofiled("jdk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "jdk-async"})
    void aRefusedConnectionIsTheSpansError(String caller) {
        Spans spans = services.ask(caller, "http://127.0.0.1:1/");

        assertThat(spans.info("http-stop")).containsEntry("etype", "java.net.ConnectException");
    }

    @Test
    void whoCancelsACallEndsIt() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Spans spans = services.ask("jdk-cancelled", "http://127.0.0.1:" + silent.getLocalPort());

            assertThat(spans.response().body()).isEqualTo("true");
            assertThat(spans.info("http-stop")).containsEntry("etype", "java.util.concurrent.CancellationException");
        }
    }

    @Test
    void whatIsObservedAlreadyIsOneSpan() {
        Spans spans = services.ask("jdk-below-rest-client", services.back().url("/owners/7"));

        assertThat(spans.response().body()).isEqualTo("owner 7");
        assertThat(spans.tree()).contains("controller(http.client.requests)");
        services.assertOneTree(spans, "http.client.requests");
    }
}
