// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.RecordingCookie;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStore;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A browser that is recorded, as the server sees it. */
class RecordingTest {

    private static final String RECORDED = "profiler.record-browsers=true";
    private static final String EXPOSED = "management.endpoints.web.exposure.include=profiler,health";
    private static final String UNRESTRICTED = "management.endpoint.profiler.access=unrestricted";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.start(
                SwitchableStoreApplication.class,
                RECORDED,
                EXPOSED,
                UNRESTRICTED,
                "profiler.accept=strict",
                "profiler.trace-wsgi-transport=true",
                "server.forward-headers-strategy=framework",
                "server.servlet.context-path=/shop");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void allThatTheBrowserAsksIsOneTrace() {
        HttpResponse<String> begun = record(app, "/shop", 10);
        String traceId = new JsonMapper().readTree(begun.body()).path("traceId").stringValue();

        assertThat(traceOf(app.get("/shop/hello", cookie(begun)))).isEqualTo(traceId);
        assertThat(traceOf(app.get("/shop/hello?again", cookie(begun)))).isEqualTo(traceId);
        assertThat(traceOf(app.get("/shop/none", cookie(begun)))).isEqualTo(traceId);

        await().untilAsserted(() -> assertThat(app.bean(SwitchableStore.class).read(traceId))
                .filteredOn(point -> point.name().equals("wsgi-stop"))
                .hasSize(3)
                .allMatch(point -> point.parentId().equals(traceId)));
    }

    @Test
    void noScriptReadsTheCookieAndNoOtherSiteSendsIt() {
        assertThat(record(app, "/shop", 60).headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .matches("profiler-recording=[\\w.-]+; Max-Age=3600; Path=/; HttpOnly; SameSite=Strict"));
        assertThat(record(app, "/shop", 0).headers().firstValue("Set-Cookie"))
                .contains("profiler-recording=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/shop/actuator/profiler", "/shop/actuator/profiler/base", "/shop/actuator/profiler?limit=1"})
    void lookingAtTracesIsNotRecorded(String path) {
        assertThat(traceOf(app.get(path, cookie(record(app, "/shop", 1))))).isNull();
        assertThat(traceOf(app.get("/shop/actuator/health", cookie(record(app, "/shop", 1)))))
                .isNotNull();
    }

    @Test
    void headersComeBeforeTheCookie() {
        Map<String, String> both = Map.of(
                "Cookie", cookie(record(app, "/shop", 1)).get("Cookie"), TraceToken.HEADER, token(RunningApp.KEY, 60));

        assertThat(traceOf(app.get("/shop/hello", both))).isEqualTo("base");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profiler-recording=", "profiler-recording=a.b.c; a=b", "xprofiler-recording=", "a=b", ""})
    void noOtherCookieHasAnythingProfiled(String cookie) {
        String token = cookie.startsWith("x") ? token(RunningApp.KEY, 60) : "";

        assertThat(traceOf(app.get("/shop/hello", Map.of("Cookie", cookie + token))))
                .isNull();
        assertThat(traceOf(app.get("/shop/hello", Map.of("Cookie", "profiler-recording=" + token("other", 60)))))
                .isNull();
        assertThat(traceOf(app.get(
                        "/shop/hello", Map.of("Cookie", "profiler-recording=" + token(RunningApp.KEY, -60)))))
                .isNull();
    }

    @Test
    void aTokenForAHeaderIsNoCookie() {
        TokenClaims claims = new TokenClaims(
                        "/**", Set.of(), Allowance.UNLIMITED, Instant.now().plusSeconds(60))
                .in("base", "base");
        String token = TraceToken.sign(claims, RunningApp.KEY);

        assertThat(traceOf(app.get("/shop/hello", Map.of("Cookie", "profiler-recording=" + token))))
                .isNull();
        assertThat(traceOf(app.get("/shop/hello", Map.of(TraceToken.HEADER, token))))
                .isEqualTo("base");
    }

    @Test
    void noCacheHandsItsReceiptToOthers() {
        HttpResponse<String> recorded = app.get("/shop/hello", cookie(record(app, "/shop", 1)));

        assertThat(recorded.headers().allValues("Vary")).contains("Cookie");
    }

    @Test
    void byHttpsItIsOfItsHostAlone() {
        String begin = RecordingCookie.begin("a.b.c", Duration.ofMinutes(1), true);

        assertThat(begin)
                .isEqualTo("__Host-profiler-recording=a.b.c; Max-Age=60; Path=/; HttpOnly; SameSite=Strict; Secure");
        assertThat(RecordingCookie.token("a=b; __Host-profiler-recording=a.b.c; c=d", true))
                .isEqualTo("a.b.c");
    }

    @Test
    void byHttpsNoOtherCookieCounts() {
        String planted = "profiler-recording=" + token(RunningApp.KEY, 60);

        assertThat(RecordingCookie.token(planted, true)).isNull();
        assertThat(RecordingCookie.token(planted + "; __Host-profiler-recording=own", true))
                .isEqualTo("own");
        assertThat(traceOf(securely(app, planted))).isNull();
        assertThat(traceOf(securely(app, "__Host-" + planted))).isEqualTo("base");
    }

    @Test
    void itsEndEndsBoth() {
        assertThat(RecordingCookie.end(true))
                .containsExactly(
                        "__Host-profiler-recording=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict; Secure",
                        "profiler-recording=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict");
        assertThat(RecordingCookie.end(false)).hasSize(1);
    }

    @Test
    void itIsOneCookieAmongOthers() {
        String cookie = "a=b; profiler-recording=" + token(RunningApp.KEY, 60) + "; c=d";

        assertThat(traceOf(app.get("/shop/hello", Map.of("Cookie", cookie)))).isEqualTo("base");
    }

    @ParameterizedTest
    @CsvSource({"-1", "61", "2147483647"})
    void lastsAnHourAtMost(int minutes) {
        HttpResponse<String> refused = record(app, "/shop", minutes);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("minutes: " + minutes + " is not a number from 1 to 60");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void noPageOfAnotherSiteBeginsIt() {
        HttpResponse<String> refused = post(app, "/shop", "{\"minutes\": 1}", "Sec-Fetch-Site", "cross-site");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void isOffUntilItIsSwitchedOn() {
        try (RunningApp off = RunningApp.start(SwitchableStoreApplication.class, EXPOSED, UNRESTRICTED)) {
            HttpResponse<String> refused = record(off, "", 1);

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("profiler.record-browsers=true");
            assertThat(traceOf(off.get("/hello", Map.of("Cookie", "profiler-recording=" + token(RunningApp.KEY, 60)))))
                    .isNull();
        }
    }

    @Test
    void whoMayOnlyReadRecordsNothing() {
        try (RunningApp readOnly = RunningApp.start(SwitchableStoreApplication.class, EXPOSED, RECORDED)) {
            assertThat(record(readOnly, "", 1).statusCode()).isEqualTo(405);
        }
    }

    /** As by a proxy that ends TLS. */
    private static HttpResponse<String> securely(RunningApp app, String cookie) {
        return app.get("/shop/hello", Map.of("Cookie", cookie, "X-Forwarded-Proto", "https"));
    }

    private static HttpResponse<String> record(RunningApp app, String contextPath, int minutes) {
        return post(app, contextPath, "{\"minutes\": " + minutes + "}", "Sec-Fetch-Site", "same-origin");
    }

    private static HttpResponse<String> post(
            RunningApp app, String contextPath, String json, String header, String value) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + app.port() + contextPath + "/actuator/profiler"))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, String> cookie(HttpResponse<?> begun) {
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        return Map.of("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    private static String token(String key, long seconds) {
        Instant expires = Instant.now().plusSeconds(seconds);
        TokenClaims claims = new TokenClaims("/**", Set.of(), Allowance.UNLIMITED, expires).in("base", "base");
        return TraceToken.sign(claims.inCookie(), key);
    }

    private static String traceOf(HttpResponse<?> response) {
        return response.headers().firstValue("X-Trace-Id").orElse(null);
    }
}
