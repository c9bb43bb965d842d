// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStore;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.json.JsonReportRenderer;
import io.profiler.test.SampleTraces;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoint as programs use it. */
class ProfilerEndpointTest {

    private static RunningApp app;
    private static SwitchableStore store;

    @BeforeAll
    static void start() {
        app = RunningApp.start(
                SwitchableStoreApplication.class,
                "profiler.trace-wsgi-transport=true",
                "spring.application.name=hello",
                "management.endpoints.web.exposure.include=profiler",
                "management.endpoint.profiler.access=unrestricted");
        store = app.bean(SwitchableStore.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @AfterEach
    void clear() {
        store.setAway(false);
        ids("limit=0").forEach(store::delete);
    }

    @Test
    void listsTracesWithTheirFigures() {
        profile("base");

        HttpResponse<String> list = get("");

        assertThat(list.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode trace = json(list).path("traces").path(0);
        assertThat(trace.path("base_id").stringValue()).isEqualTo("base");
        assertThat(trace.path("name").stringValue()).isEqualTo("GET /hello");
        assertThat(trace.path("service").stringValue()).isEqualTo("hello");
        assertThat(trace.path("spans").intValue()).isEqualTo(2);
        assertThat(trace.path("errors").intValue()).isZero();
        assertThat(trace.path("status").intValue()).isEqualTo(200);
        assertThat(trace.path("failed").isBoolean()).isTrue();
        assertThat(trace.path("failed").booleanValue()).isFalse();
        assertThat(trace.path("duration_micros").longValue()).isPositive();
        assertThat(trace.path("started_at").stringValue() + "").endsWith("Z");
        assertThat(json(list).path("more").booleanValue()).isFalse();
    }

    @Test
    void listsTheNewestFirstUpToTheLimit() {
        List.of("first", "second", "third").forEach(ProfilerEndpointTest::profile);

        assertThat(ids("")).containsExactly("third", "second", "first");
        assertThat(ids("limit=2")).containsExactly("third", "second");
        assertThat(json(get("?limit=2")).path("more").booleanValue()).isTrue();
        assertThat(json(get("?limit=3")).path("more").booleanValue()).isFalse();
        assertThat(ids("limit=0")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "name=HELL, 1",
        "name=nothing, 0",
        "service=hello, 1",
        "service=hell, 0",
        "since=1h, 1",
        "since=2999-01-01, 0",
        "minDuration=1us, 1",
        "minDuration=1h, 0",
        "failed=false, 1",
        "failed=true, 0",
        "errors=false, 1",
        "errors=true, 0",
        "status=200, 1",
        "status=2xx, 1",
        "status=404, 0",
        "status=failed, 0",
        "sort=duration&name=&since=, 1"
    })
    void listsWhatTheFiltersLetThrough(String query, int traces) {
        profile("base");

        assertThat(ids(query)).hasSize(traces);
    }

    @Test
    void listsTracesWithErrorsWithoutAnIndexOfThem() {
        profile("good");
        for (String baseId : List.of("bad", "worse")) {
            store.append(List.of(new TracePoint(
                    "wsgi-stop", baseId, "1", baseId, "2026-01-31T12:00:00.000000", Map.of("etype", "E"), "p", "s")));
        }

        assertThat(ids("errors=true")).containsExactlyInAnyOrder("bad", "worse");
        assertThat(ids("status=failed")).containsExactlyInAnyOrder("bad", "worse");
        assertThat(ids("errors=true&limit=1")).hasSize(1);
        assertThat(json(get("?errors=true&limit=1")).path("more").booleanValue())
                .isTrue();
        assertThat(json(get("?errors=true&limit=2")).path("more").booleanValue())
                .isFalse();
        assertThat(ids("failed=true")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "since=x| since: 'x' is neither a duration such as 2h or 7d, nor a date or time in UTC such as 2026-01-31"
                        + " or 2026-01-31T12:00",
                "minDuration=x| minDuration: 'x' is not a duration such as 50ms; the units are us, ms, s, m, h and d",
                "failed=x| failed: 'x' is neither true nor false",
                "errors=x| errors: 'x' is neither true nor false",
                "status=x| status: 'x' is not an HTTP status such as 404, nor 5xx for all of a class, nor failed",
                "sort=x| sort: 'x' is none of started, duration, spans, errors",
                "limit=x| limit: 'x' is not a number of traces, such as 20, or 0 for all"
            })
    void saysWhatIsWrongWithAParameter(String query, String message) {
        assertFails(get("?" + query), 400, message);
    }

    @Test
    void showsATraceAsTheCommandDoes() throws IOException {
        profile("base");
        StringBuilder report = new StringBuilder();
        new JsonReportRenderer().render(Report.of(store.read("base")), report);

        HttpResponse<String> trace = get("/base");

        assertThat(trace.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(trace.body()).isEqualTo(report.toString());
    }

    @Test
    void deletesATrace() {
        profile("base");
        profile("other");

        HttpResponse<String> deleted = delete("/base");

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(ids("")).containsExactly("other");
        assertFails(delete("/base"), 404, "trace base not found");
        assertFails(get("/base"), 404, "trace base not found");
    }

    @Test
    void saysThatTheStoreIsAway() {
        store.setAway(true);

        assertFails(get(""), 503, "the store is away");
        assertFails(get("/base"), 503, "the store is away");
        assertFails(delete("/base"), 503, "the store is away");
    }

    @Test
    void noAnswerIsKeptOrTakenForSomethingElse() {
        profile("base");

        Stream.of(get(""), get("/base"), get("/other"), get("?limit=x"), delete("/base"), delete("/base"))
                .forEach(response -> assertThat(response.headers().map())
                        .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                        .containsEntry("Cache-Control", List.of("no-store")));
    }

    @Test
    void aListThatIsAskedForAgainIsMadeOnlyIfItMayBeAnother() {
        profile("base");

        await().untilAsserted(() -> {
            String tag = tagOf(get("?limit=9"));
            assertThat(again("?limit=9", tag).statusCode()).isEqualTo(304);
            assertThat(again("?limit=9", tag).body()).isEmpty();
        });
        String before = tagOf(get("?limit=9"));
        assertThat(again("?limit=8", before).statusCode()).isEqualTo(200);
        profile("other");
        assertThat(again("?limit=9", before).statusCode()).isEqualTo(200);
        String both = tagOf(get("?limit=9"));
        delete("/other");
        assertThat(again("?limit=9", both).statusCode()).isEqualTo(200);
    }

    private static String tagOf(HttpResponse<String> list) {
        return list.headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<String> again(String query, String tag) {
        return app.send("GET", app.port(), "/actuator/profiler" + query, Map.of("If-None-Match", tag));
    }

    @ParameterizedTest
    @CsvSource({"a/b", "..", ".", "a%5Cb", "x.json", "a;b", "%25", "a%0Ab"})
    void namesAnyTraceByParameter(String encoded) {
        String id = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        store.append(SampleTraces.lasting(id, 1, 1));

        assertThat(json(get("?traceId=" + encoded)).path("info").isObject()).isTrue();
        assertThat(delete("?traceId=" + encoded).statusCode()).isEqualTo(204);
        assertFails(get("?traceId=" + encoded), 404, "trace " + id + " not found");
        assertFails(delete(""), 400, "traceId: missing");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 204",
        "Sec-Fetch-Site, none, 204",
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "X-Else, nothing, 204"
    })
    void deletesNothingForAPageOfAnotherSite(String header, String value, int status) {
        profile("base");

        HttpResponse<String> response =
                app.send("DELETE", app.port(), "/actuator/profiler/base", Map.of(header, value));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(ids("")).hasSize(status == 204 ? 0 : 1);
    }

    @Test
    void deletesForAPageOfItsOwn() {
        profile("base");
        String origin = "http://127.0.0.1:" + app.port();

        assertThat(app.send("DELETE", app.port(), "/actuator/profiler/base", Map.of("Origin", origin))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void answersHeadAndOptions() {
        assertThat(app.send("HEAD", app.port(), "/actuator/profiler", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(app.send("OPTIONS", app.port(), "/actuator/profiler", Map.of())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void isProfiledLikeAnyOtherRequestButNotItsStore() {
        HttpResponse<String> list = app.get("/actuator/profiler", RunningApp.signed("own"));

        assertThat(list.headers().firstValue("X-Trace-Id")).contains("own");
        assertThat(json(list).path("traces").size()).isZero();
        await().untilAsserted(() -> assertThat(ids("")).containsExactly("own"));
        assertThat(store.read("own"))
                .extracting(point -> point.name())
                .containsExactly(
                        "wsgi-start", "controller-start", "controller-stop", "wsgi-manifest-stop", "wsgi-stop");
    }

    private static void profile(String baseId) {
        app.get("/hello", RunningApp.signed(baseId));
        await().untilAsserted(() -> assertThat(store.read(baseId)).hasSize(5));
    }

    private static HttpResponse<String> get(String rest) {
        return app.get("/actuator/profiler" + rest);
    }

    private static HttpResponse<String> delete(String rest) {
        return app.send("DELETE", app.port(), "/actuator/profiler" + rest, Map.of());
    }

    private static List<String> ids(String query) {
        return json(get("?" + query))
                .path("traces")
                .valueStream()
                .map(trace -> trace.path("base_id").stringValue())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }

    private static void assertFails(HttpResponse<String> response, int status, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(json(response).path("message").stringValue()).isEqualTo(message);
    }
}
