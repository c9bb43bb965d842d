// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStore;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoint as browsers use it. What the pages do there is tested in a browser. */
class ProfilerEndpointPagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static RunningApp app;
    private static SwitchableStore store;

    @BeforeAll
    static void start() {
        app = RunningApp.start(
                SwitchableStoreApplication.class,
                "profiler.trace-wsgi-transport=true",
                "management.endpoints.web.exposure.include=profiler",
                "management.server.port=0");
        store = app.bean(SwitchableStore.class);
        app.get("/hello", RunningApp.signed("base"));
        await().untilAsserted(() -> assertThat(store.read("base")).hasSize(5));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @AfterEach
    void comeBack() {
        store.setAway(false);
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, application/json",
        "application/json, application/json",
        "'application/json, */*;q=0.5', application/json",
        "text/html, text/html;charset=UTF-8"
    })
    void answersInTheFormatThatIsAskedFor(String accept, String contentType) {
        assertThat(get("", accept).headers().firstValue("Content-Type")).contains(contentType);
        assertThat(get("/base", accept).headers().firstValue("Content-Type")).contains(contentType);
    }

    @Test
    void showsPagesUnderAPolicyThatLetsNothingElseIn() {
        assertPage(get("", BROWSER), 200, "connect-src 'self' http://*:" + app.port());
        assertPage(get("/base", BROWSER), 200, "default-src 'none'; style-src 'sha256-");
    }

    @Test
    void tellsTheConsoleWhereTheApplicationIs() {
        assertThat(get("", BROWSER).body())
                .contains("{\"service\":\"application\",\"readOnly\":true,\"applicationPort\":" + app.port()
                        + ",\"applicationScheme\":null,\"contextPath\":\"\",\"endpointPath\":\"/actuator/profiler\",\"recordable\":false,\"strict\":false,"
                        + "\"relayed\":false,\"paths\":[[\"GET\",\"/hello\"]]}");
    }

    @Test
    void comparesATraceWithOneBefore() {
        assertPage(get("/base?before=base", BROWSER), 200, "default-src 'none'");
        assertThat(get("/base?before=base", BROWSER).body()).contains("<title>Comparison: GET /hello");
        assertPage(get("?traceId=base&before=base", BROWSER), 200, "default-src 'none'");
        assertPage(get("/base?before=none", BROWSER), 404, "default-src 'none'");
        assertThat(get("/base?before=base", "application/json").statusCode()).isEqualTo(400);
    }

    @Test
    void saysInAPageWhatIsWrong() {
        assertThat(get("/%3C%2Fscript%3E", BROWSER).statusCode()).isNotEqualTo(200);
        HttpResponse<String> unknown = get("/%3Cimg%20src=x%3E", BROWSER);
        assertPage(unknown, 404, "default-src 'none'");
        assertThat(unknown.body()).doesNotContain("<img");
        store.setAway(true);
        assertPage(get("/base", BROWSER), 503, "default-src 'none'");
        assertThat(get("/base", BROWSER).body()).contains("\"the store is away\"");
        assertPage(get("", BROWSER), 200, "default-src 'none'");
    }

    private static HttpResponse<String> get(String rest, String accept) {
        int port = app.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        return app.send("GET", port, "/actuator/profiler" + rest, Map.of("Accept", accept));
    }

    private static void assertPage(HttpResponse<String> response, int status, String policy) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith("<!doctype html>").endsWith("</html>");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; ")
                .contains(policy)
                .endsWith("frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(response.headers().map())
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Cache-Control", List.of("no-store"));
    }
}
