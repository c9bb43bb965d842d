// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of the JDK that is a bean, of which nobody observes anything. */
class JdkHttpClientTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "jdk-async"})
    void theOtherServicesSpansAreBelowTheCall(String caller) {
        Spans spans = front.profiled("/" + caller + "?url=" + back.url("/owners/7?x=1"));

        assertThat(spans.response().body()).isEqualTo("owner 7");
        assertThat(spans.tree()).contains("controller(http)");
        assertOneTree(spans, "http-start");
        assertThat(spans.info("http-start").get("requests"))
                .isEqualTo(Map.of(
                        "method", "GET",
                        "scheme", "http",
                        "hostname", "127.0.0.1",
                        "port", back.port(),
                        "path", "/owners/7",
                        "query", "x=1"));
        assertThat(spans.info("http-stop").get("requests")).isEqualTo(Map.of("status_code", 200));
    }

    private static void assertOneTree(Spans spans, String caller) {
        TracePoint call = spans.point(caller);
        Spans other = back.spans(spans.baseId(), spans.response());
        await().until(other::isWhole);
        assertThat(other.point("wsgi-start").parentId()).isEqualTo(call.traceId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "jdk-async", "jdk-post"})
    void aForeignHostGetsNothing(String caller) {
        foreigner.requests().clear();

        Spans spans = front.profiled("/" + caller + "?url=" + foreigner.url());

        assertThat(spans.response().body()).isEqualTo("hi");
        assertThat(foreigner.requests()).hasSize(1).allMatch(request -> request.endsWith(" []"));
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
        foreigner.requests().clear();

        Spans spans = front.profiled("/" + caller + "?url="
                + back.url("/redirect?status=" + status + "%26to="
                        + foreigner.url().replace("%", "%25")));

        assertThat(foreigner.requests()).containsExactly(method + " []");
        assertThat(spans.response().body()).isEqualTo("sent on: hi");
        assertOneTree(spans, "http-start");
    }

    @Test
    void anUnprofiledRequestSendsNothing() {
        back.seen().headers().clear();

        front.get("/jdk?url=" + back.url("/owners/7"), Map.of());

        assertThat(back.seen().headers()).containsExactly(Map.of("path", "/owners/7", "info", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "jdk-async"})
    void aRefusedConnectionIsTheSpansError(String caller) {
        Spans spans = front.profiled("/" + caller + "?url=http://127.0.0.1:1/");

        assertThat(spans.info("http-stop")).containsEntry("etype", "java.net.ConnectException");
    }

    @Test
    void whoCancelsACallEndsIt() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Spans spans = front.profiled("/jdk-cancelled?url=http://127.0.0.1:" + silent.getLocalPort());

            assertThat(spans.response().body()).isEqualTo("true");
            assertThat(spans.info("http-stop")).containsEntry("etype", "java.util.concurrent.CancellationException");
        }
    }

    @Test
    void whatIsObservedAlreadyIsOneSpan() {
        Spans spans = front.profiled("/jdk-below-rest-client?url=" + back.url("/owners/7"));

        assertThat(spans.response().body()).isEqualTo("owner 7");
        assertThat(spans.tree()).contains("controller(http.client.requests)");
        assertOneTree(spans, "http.client.requests-start");
    }
}
