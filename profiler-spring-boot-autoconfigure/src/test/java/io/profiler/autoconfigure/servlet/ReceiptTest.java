// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.RawHttp;
import io.profiler.autoconfigure.kit.RunningApp;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profiled response says how long each layer took, as far as that was known when it was sent; no other does. */
class ReceiptTest {

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.start(
                ReceiptApplication.class,
                "profiler.trace-wsgi-transport=true",
                "management.endpoints.web.exposure.include=profiler");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/small",
                "/flush",
                "/flush-writer",
                "/close-writer",
                "/flush-stream",
                "/close-stream",
                "/large-writer",
                "/characters",
                "/large-stream",
                "/bytes",
                "/reset",
                "/redirect",
                "/error-page",
                "/fail",
                "/later",
                "/events"
            })
    void tellsWhatWasKnownWhenItWasSent(String path) {
        HttpResponse<String> response = app.get(path, RunningApp.signed("receipt"));

        assertThat(response.headers().allValues("Server-Timing"))
                .singleElement()
                .asString()
                .matches("wsgi;dur=\\d+\\.\\d{3}, controller;dur=\\d+\\.\\d{3}, early;dur=\\d+\\.\\d{3}.*")
                .doesNotContain("late");
        assertThat(response.headers().allValues("X-Trace-Id")).containsExactly("receipt");
    }

    @ParameterizedTest
    @CsvSource({
        "/small",
        "/flush",
        "/close-writer",
        "/flush-stream",
        "/large-writer",
        "/characters",
        "/bytes",
        "/reset",
        "/fail"
    })
    void nothingElseOfTheResponseIsAnother(String path) {
        HttpResponse<String> plain = app.get(path);
        HttpResponse<String> profiled = app.get(path, RunningApp.signed("receipt"));

        assertThat(profiled.statusCode()).isEqualTo(plain.statusCode());
        assertThat(withoutTime(profiled.body())).isEqualTo(withoutTime(plain.body()));
        assertThat(plain.headers().map()).doesNotContainKeys("Server-Timing", "X-Trace-Id", "Link");
        assertThat(profiled.headers().map().keySet())
                .containsAll(plain.headers().map().keySet());
    }

    @Test
    void whatTheApplicationSaysItselfStaysBesideIt() {
        HttpResponse<String> response = app.get("/own", RunningApp.signed("own"));

        assertThat(response.headers().allValues("Server-Timing"))
                .hasSize(2)
                .contains("cache;desc=hit")
                .anySatisfy(ours -> assertThat(ours).startsWith("wsgi;dur=").contains(", a_b_c;dur="));
        assertThat(response.headers().allValues("Link"))
                .containsExactlyInAnyOrder(
                        "</actuator/profiler/own>; rel=\"describedby\"; title=\"trace\"",
                        "</style.css>; rel=\"preload\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/passed-on", "/passed-on-empty"})
    void whatAGatewayPassesOnIsToldOnce(String path) {
        HttpHeaders headers = app.get(path, RunningApp.signed("passed-on")).headers();

        assertThat(headers.allValues("X-Trace-Id")).containsExactly("passed-on");
        assertThat(headers.allValues("Vary")).containsExactlyInAnyOrder("X-Trace-Token, X-Trace-Info", "Origin");
        assertThat(headers.allValues("Link"))
                .containsExactly("</actuator/profiler/passed-on>; rel=\"describedby\"; title=\"trace\"");
    }

    @Test
    void noCacheHandsItToOthers() {
        assertThat(app.get("/small", RunningApp.signed("vary")).headers().allValues("Vary"))
                .containsOnlyOnce("X-Trace-Token, X-Trace-Info");
        assertThat(app.get("/reset", RunningApp.signed("vary")).headers().allValues("Vary"))
                .containsOnlyOnce("X-Trace-Token, X-Trace-Info");
        assertThat(app.get("/small").headers().allValues("Vary")).doesNotContain("X-Trace-Token, X-Trace-Info");
    }

    @ParameterizedTest
    @CsvSource({"a/b c, a%2Fb+c", "coverage, coverage"})
    void aTraceThatNoPathCanNameIsLinkedByParameter(String id, String parameter) {
        assertThat(app.get("/small", RunningApp.signed(id))
                        .headers()
                        .firstValue("Link")
                        .orElseThrow())
                .startsWith("</actuator/profiler?traceId=" + parameter + ">;");
    }

    @Test
    void nobodyElseIsToldThatThereIsAProfiler() {
        List<String> none = RawHttp.get(app.port(), "/small", Map.of());
        List<String> wrong = RawHttp.get(
                app.port(),
                "/small",
                Map.of("X-Trace-Info", "e30=", "X-Trace-HMAC", "0".repeat(40), "X-Trace-Token", "a.b.c"));

        assertThat(wrong.stream().filter(line -> !line.startsWith("Date:")))
                .containsExactlyElementsOf(
                        none.stream().filter(line -> !line.startsWith("Date:")).toList());
    }

    @Test
    void withoutAnEndpointThereIsNoLink() {
        try (RunningApp unexposed = RunningApp.start(ReceiptApplication.class)) {
            assertThat(unexposed
                            .get("/small", RunningApp.signed("base"))
                            .headers()
                            .map())
                    .containsKey("X-Trace-Id")
                    .doesNotContainKey("Link");
        }
    }

    private static String withoutTime(String body) {
        return body.replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }
}
