// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;

/** A service in front, which asks another one behind it, or a foreigner, by the clients that it is told. */
record Neighbours(Service front, Service back, Foreigner foreigner) implements AutoCloseable {

    /** With properties of the one in front. */
    static Neighbours start(String... properties) throws IOException {
        Foreigner foreigner = new Foreigner();
        return new Neighbours(Service.start(properties), Service.start(Service.WITHOUT_METRICS), foreigner);
    }

    /** Has a client of the one in front ask for a URL, in a profiled request. */
    Spans ask(String client, String url) {
        return front.profiled("/" + client + "?url=" + url);
    }

    Spans askForeigner(String client) {
        foreigner.requests().clear();
        return ask(client, foreigner.url());
    }

    /** Asks the other service, which sends the request on to the foreigner. */
    Spans askToBeSentOn(String client, int status) {
        foreigner.requests().clear();
        return ask(
                client,
                back.url("/redirect?status=" + status + "%26to="
                        + foreigner.url().replace("%", "%25")));
    }

    /** The other service's spans are below that of the call. */
    void assertOneTree(Spans spans, String call) {
        Spans other = back.spans(spans.baseId(), spans.response());
        await().atMost(Service.PATIENCE).pollInterval(Service.SOON).until(other::isWhole);
        assertThat(other.point("wsgi-start").parentId())
                .isEqualTo(spans.point(call + "-start").traceId());
    }

    /** Of a call for {@code /owners/7?x=1}. */
    void assertIsTold(Spans spans, String call) {
        assertThat(spans.info(call + "-start").get("requests"))
                .isEqualTo(Map.of(
                        "method", "GET",
                        "scheme", "http",
                        "hostname", "127.0.0.1",
                        "port", back.port(),
                        "path", "/owners/7",
                        "query", "x=1"));
        assertThat(spans.info(call + "-stop").get("requests")).isEqualTo(Map.of("status_code", 200));
    }

    void assertForeignerGotOneRequestUnsigned() {
        assertThat(foreigner.requests()).hasSize(1).allMatch(request -> request.endsWith(" []"));
    }

    void assertNothingIsSentUnprofiled(String client) {
        back.seen().headers().clear();

        front.get("/" + client + "?url=" + back.url("/owners/7"), Map.of());

        assertThat(back.seen().headers()).containsExactly(Map.of("path", "/owners/7", "info", ""));
    }

    @Override
    public void close() {
        front.close();
        back.close();
        foreigner.close();
    }
}
