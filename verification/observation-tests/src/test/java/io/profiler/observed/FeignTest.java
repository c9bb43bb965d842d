// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeignTest {

    private static Neighbours services;

    @BeforeAll
    static void start() throws IOException {
        services = Neighbours.start();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @Test
    void theOtherServicesSpansAreBelowTheCall() {
        Spans spans = services.ask("feign", services.back().url("/owners/7?x=1"));

        assertThat(spans.response().body()).isEqualTo("owner 7");
        assertThat(spans.tree()).contains("controller(http)");
        services.assertIsTold(spans, "http");
        services.assertOneTree(spans, "http");
    }

    @Test
    void behindABalancerTheSpanIsOfTheServiceThatWasChosen() {
        Spans spans = services.ask("feign-balanced", services.back().url("/owners/7?x=1"));

        assertThat(spans.response().body()).isEqualTo("owner 7");
        services.assertIsTold(spans, "http");
        services.assertOneTree(spans, "http");
    }

    @Test
    void aBodyArrives() {
        Spans spans = services.ask("feign-post", services.back().url("/echo"));

        assertThat(spans.response().body()).isEqualTo("text");
        services.assertOneTree(spans, "http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feign", "feign-post"})
    void aForeignHostGetsNothing(String caller) {
        Spans spans = services.askForeigner(caller);

        assertThat(spans.response().body()).isEqualTo("hi");
        services.assertForeignerGotOneRequestUnsigned();
        assertThat(spans.tree()).contains("controller(http)");
    }

    @ParameterizedTest
    @CsvSource({"feign, 302, GET", "feign, 307, GET", "feign-post, 303, GET"})
    void norDoesOneThatARequestIsSentOnTo(String caller, int status, String method) {
        Spans spans = services.askToBeSentOn(caller, status);

        assertThat(services.foreigner().requests()).containsExactly(method + " []");
        assertThat(spans.response().body()).isEqualTo("hi");
        services.assertOneTree(spans, "http");
    }

    @Test
    void anUnprofiledRequestSendsNothing() {
        services.assertNothingIsSentUnprofiled("feign");
    }

    @Test
    void aRefusedConnectionIsTheSpansError() {
        Spans spans = services.ask("feign", "http://127.0.0.1:1/");

        assertThat(spans.info("http-stop")).containsEntry("etype", "java.net.ConnectException");
    }
}
