// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeignTest {

    private static Foreigner foreigner;
    private static Service back;
    private static Service front;

    @BeforeAll
    static void start() throws IOException {
        foreigner = new Foreigner();
        back = Service.start(Service.WITHOUT_METRICS);
        front = Service.start();
    }

    @AfterAll
    static void stop() {
        front.close();
        back.close();
        foreigner.close();
    }

    @Test
    void theOtherServicesSpansAreBelowTheCall() {
        Spans spans = front.profiled("/feign?url=" + back.url("/owners/7?x=1"));

        assertThat(spans.response().body()).isEqualTo("owner 7");
        assertThat(spans.tree()).contains("controller(http)");
        assertThat(spans.info("http-start").get("requests"))
                .isEqualTo(Map.of(
                        "method", "GET",
                        "scheme", "http",
                        "hostname", "127.0.0.1",
                        "port", back.port(),
                        "path", "/owners/7",
                        "query", "x=1"));
        assertThat(spans.info("http-stop").get("requests")).isEqualTo(Map.of("status_code", 200));
        assertOneTree(spans);
    }

    @Test
    void aBodyArrives() {
        Spans spans = front.profiled("/feign-post?url=" + back.url("/echo"));

        assertThat(spans.response().body()).isEqualTo("text");
        assertOneTree(spans);
    }

    private static void assertOneTree(Spans spans) {
        Spans other = back.spans(spans.baseId(), spans.response());
        await().until(other::isWhole);
        assertThat(other.point("wsgi-start").parentId())
                .isEqualTo(spans.point("http-start").traceId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"feign", "feign-post"})
    void aForeignHostGetsNothing(String caller) {
        foreigner.requests().clear();

        Spans spans = front.profiled("/" + caller + "?url=" + foreigner.url());

        assertThat(spans.response().body()).isEqualTo("hi");
        assertThat(foreigner.requests()).hasSize(1).allMatch(request -> request.endsWith(" []"));
        assertThat(spans.tree()).contains("controller(http)");
    }

    @ParameterizedTest
    @CsvSource({"feign, 302, GET", "feign, 307, GET", "feign-post, 303, GET"})
    void norDoesOneThatARequestIsSentOnTo(String caller, int status, String method) {
        foreigner.requests().clear();

        Spans spans = front.profiled("/" + caller + "?url="
                + back.url("/redirect?status=" + status + "%26to="
                        + foreigner.url().replace("%", "%25")));

        assertThat(foreigner.requests()).containsExactly(method + " []");
        assertThat(spans.response().body()).isEqualTo("hi");
        assertOneTree(spans);
    }

    @Test
    void anUnprofiledRequestSendsNothing() {
        back.seen().headers().clear();

        front.get("/feign?url=" + back.url("/owners/7"), Map.of());

        assertThat(back.seen().headers()).containsExactly(Map.of("path", "/owners/7", "info", ""));
    }

    @Test
    void aRefusedConnectionIsTheSpansError() {
        Spans spans = front.profiled("/feign?url=http://127.0.0.1:1/");

        assertThat(spans.info("http-stop")).containsEntry("etype", "java.net.ConnectException");
    }
}
