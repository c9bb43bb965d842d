// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStore;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import io.profiler.test.SampleTraces;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shown does not take more memory than the properties allow. */
class BoundedReadingTest {

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.start(
                SwitchableStoreApplication.class,
                "management.endpoints.web.exposure.include=profiler",
                "profiler.reading.trace-points=4",
                "profiler.reading.trace-characters=1000",
                "profiler.reading.listed-traces=3",
                "profiler.reading.examined-traces=5");
        SwitchableStore store = app.bean(SwitchableStore.class);
        for (int second = 0; second < 8; second++) {
            store.append(SampleTraces.span("trace" + second, "trace" + second, "wsgi", 10 * second));
        }
        store.append(SampleTraces.failedSpan("old and failed", 0));
        store.append(SampleTraces.requestWithAFailedQuery("many points", 200));
        store.append(SampleTraces.span("long texts", "x".repeat(1000), "wsgi", 300));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void aTraceThatIsTooLargeIsAnsweredWithTheCommandThatShowsIt() {
        String message =
                "trace many points is too large to be shown by the application (more than 4 trace points or 1000"
                        + " characters): use the command, profiler trace show 'many points' --connection-string …";

        HttpResponse<String> json = get("?traceId=many%20points", "application/json");
        HttpResponse<String> page = get("?traceId=many%20points", "text/html");

        assertThat(json.statusCode()).isEqualTo(413);
        assertThat(body(json).path("message").stringValue()).isEqualTo(message);
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body())
                .startsWith("<!doctype html>")
                .contains("profiler trace show")
                .hasSizeLessThan(100_000);
        assertThat(get("?traceId=long%20texts", "text/html").statusCode()).isEqualTo(413);
        assertThat(get("/trace7", "text/html").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, 3, true", "limit=1000000, 3, true", "limit=2, 2, true", "limit=0&name=GET, 1, false"})
    void aListHasNoMoreThanTheCeiling(String query, int traces, boolean more) {
        JsonNode list = body(get("?" + query, "application/json"));

        assertThat(list.path("traces").size()).isEqualTo(traces);
        assertThat(list.path("more").booleanValue()).isEqualTo(more);
    }

    private static HttpResponse<String> get(String rest, String accept) {
        return app.send("GET", app.port(), "/actuator/profiler" + rest, Map.of("Accept", accept));
    }

    private static JsonNode body(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }
}
