// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStore;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that the endpoint, on a port of its own, sends to the application. */
class RelayTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String EXPOSED = "management.endpoints.web.exposure.include=profiler";
    private static final String UNRESTRICTED = "management.endpoint.profiler.access=unrestricted";
    private static final String OWN_PORT = "management.server.port=0";
    private static final String RELAYED = "profiler.console.relay=true";

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.start(
                Shop.class,
                EXPOSED,
                UNRESTRICTED,
                OWN_PORT,
                RELAYED,
                "profiler.console.relayed-headers=X-Mine",
                "profiler.replay-after=1ns",
                "profiler.trace-wsgi-transport=true");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void sendsWhatIsSignedToTheApplication() {
        HttpResponse<String> relayed = relay("PUT", "/orders/7?a=b", signed("relayed") + "\nX-Mine: 1", "a body");

        assertThat(relayed.statusCode()).isEqualTo(200);
        JsonNode answer = JSON.readTree(relayed.body());
        assertThat(answer.path("status").intValue()).isEqualTo(201);
        assertThat(body(answer)).isEqualTo("PUT /orders/7 a=b 1 a body");
        assertThat(answer.path("headers").toString()).contains("[\"x-trace-id\",\"relayed\"]");
    }

    @Test
    void takesAToken() {
        TokenClaims claims = new TokenClaims(
                "/hello", Set.of("GET"), Allowance.UNLIMITED, Instant.now().plusSeconds(60));
        String token = TraceToken.HEADER + ": " + TraceToken.sign(claims.in("token", "token"), RunningApp.KEY);

        assertThat(relay("GET", "/hello?a", token, "").statusCode()).isEqualTo(200);
        assertThat(relay("GET", "/orders", token, "").statusCode()).isEqualTo(403);
    }

    @Test
    void sendsTheCookiesOfWhoeverAsksAndHandsOutNone() {
        HttpResponse<String> relayed =
                post(app, relayed("GET", "/cookies", signed("cookies"), ""), Map.of("Cookie", "SESSION=mine"));

        assertThat(body(JSON.readTree(relayed.body()))).isEqualTo("SESSION=mine");
        assertThat(relayed.body()).contains("x-other").doesNotContainIgnoringCase("set-cookie");
        assertThat(relayed.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void followsNoRedirection() {
        JsonNode answer =
                JSON.readTree(relay("GET", "/away", signed("away"), "").body());

        assertThat(answer.path("status").intValue()).isEqualTo(302);
        assertThat(answer.path("headers").toString()).contains("http://127.0.0.1:1/");
    }

    @Test
    void keepsNoMoreThanTheBeginning() {
        JsonNode answer =
                JSON.readTree(relay("GET", "/large", signed("large"), "").body());

        assertThat(body(answer)).hasSize(64 * 1024);
        assertThat(answer.path("length").intValue()).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X-Trace-Info: e30=\nX-Trace-HMAC: 00", "X-Trace-Token: a.b.c"})
    void sendsNothingThatNoKeySigned(String headers) {
        HttpResponse<String> refused = relay("GET", "/hello", headers, "");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("the key is none of profiler.hmac-keys");
    }

    @Test
    void sendsNothingThatIsSignedTwice() {
        assertThat(relay("GET", "/hello", signed("first") + "\n" + signed("second"), "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void sendsNothingThatWasSignedTooLongAgo() {
        app.bean(HeaderVerifier.class).ended(new TraceContext("old", "old", RunningApp.KEY));

        assertThat(relay("GET", "/hello", signed("old"), "").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, //elsewhere/, path",
        "GET, http://elsewhere/, path",
        "GET, @elsewhere/, path",
        "GET, :1/, path",
        "GET, '', path",
        "GET, '/a b', path",
        "GET, '/a\\b', path",
        "GET, /a#b, path",
        "GET, /a//b, path",
        "GET, /a/../b, path",
        "GET, /a/%2e%2E/b, path",
        "GET, /a/.;b/c, path",
        "GET, /a%2fb, path",
        "GET, /a%5Cb, path",
        "GET, /a%zz, path",
        "GET, /a\u00e4b, path",
        "GET, /a?\u00e4, path",
        "GET, /a?{b}, path",
        "TRACE, /hello, method",
        "CONNECT, /hello, method",
        "get, /hello, method"
    })
    void sendsNothingElsewhere(String method, String path, String what) {
        assertRefused(relay(method, path, signed("elsewhere"), ""), what + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: elsewhere",
                "Transfer-Encoding: chunked",
                "content-length: 3",
                "Connection: keep-alive",
                "TE: trailers",
                "X-Forwarded-For: 10.0.0.1",
                "Forwarded: for=10.0.0.1",
                "Proxy-Authorization: Basic",
                "no header",
                "A: b\u0000c",
                "A\u00e4: b",
                "X-Mine: \u00e4",
                "X-Mine: \u0159",
                "X-Remote-User: admin",
                " Folded: line"
            })
    void theSenderIsTheApplication(String header) {
        assertRefused(relay("GET", "/hello", signed("headers") + "\n" + header, ""), "headers: ");
    }

    @Test
    void aLineMoreIsAHeaderMoreAndNoRequest() {
        HttpResponse<String> refused = relay("GET", "/hello", signed("split") + "\r\n\r\nGET /away HTTP/1.1", "");

        assertRefused(refused, "headers: ");
    }

    @Test
    void sendsNoBodyThatIsTooLong() {
        assertRefused(relay("PUT", "/orders/7", signed("long"), "x".repeat(1_000_001)), "body: ");
    }

    @Test
    void readsNoAddressAndNoHeadersThatAreTooLong() {
        assertRefused(relay("GET", "/" + "x".repeat(8 * 1024), signed("long"), ""), "path: ");
        assertRefused(relay("GET", "/hello", "X-Mine:" + "\t".repeat(16 * 1024) + "\u0000", ""), "headers: longer");
    }

    @Test
    void sendsNothingForAPageOfAnotherSite() {
        HttpResponse<String> refused =
                post(app, relayed("GET", "/hello", signed("foreign"), ""), Map.of("Sec-Fetch-Site", "cross-site"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("another site");
    }

    @Test
    void tellsTheConsole() {
        HttpResponse<String> page = app.send("GET", port(app), "/actuator/profiler", Map.of("Accept", "text/html"));

        assertThat(page.body()).contains("\"relayed\":true");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("connect-src 'self';")
                .doesNotContain("http://*");
    }

    @Test
    void isOffUntilItIsSwitchedOn() {
        try (RunningApp off = RunningApp.start(Shop.class, EXPOSED, UNRESTRICTED, OWN_PORT)) {
            assertRefused(
                    post(off, relayed("GET", "/hello", signed("off"), ""), Map.of()), "profiler.console.relay=true");
        }
    }

    @Test
    void isNotThereOnTheApplicationsOwnPort() {
        try (RunningApp same = RunningApp.start(Shop.class, EXPOSED, UNRESTRICTED, RELAYED)) {
            assertRefused(post(same, relayed("GET", "/hello", signed("same"), ""), Map.of()), "a port of its own");
            assertThat(same.send("GET", same.port(), "/actuator/profiler", Map.of("Accept", "text/html"))
                            .body())
                    .contains("\"relayed\":false");
        }
    }

    @Test
    void whoMayOnlyReadHasNothingSent() {
        try (RunningApp readOnly = RunningApp.start(Shop.class, EXPOSED, OWN_PORT, RELAYED)) {
            assertThat(post(readOnly, relayed("GET", "/hello", signed("read"), ""), Map.of())
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    private static void assertRefused(HttpResponse<String> response, String why) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(why);
    }

    private static String signed(String traceId) {
        return RunningApp.signed(traceId).entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static HttpResponse<String> relay(String method, String path, String headers, String body) {
        return post(app, relayed(method, path, headers, body), Map.of());
    }

    private static String relayed(String method, String path, String headers, String body) {
        return JSON.writeValueAsString(Map.of("method", method, "path", path, "headers", headers, "body", body));
    }

    private static HttpResponse<String> post(RunningApp app, String json, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port(app) + "/actuator/profiler/relay"))
                .POST(BodyPublishers.ofString(json));
        all.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int port(RunningApp app) {
        return app.context().getEnvironment().getProperty("local.management.port", Integer.class, app.port());
    }

    private static String body(JsonNode answer) {
        return new String(Base64.getDecoder().decode(answer.path("body").stringValue()), StandardCharsets.UTF_8);
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.Autoconfigured.class, Counter.class})
    static class Shop {

        @Bean
        SwitchableStore store() {
            return new SwitchableStore();
        }
    }

    @RestController
    static class Counter {

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }

        @PutMapping("/orders/7")
        ResponseEntity<String> put(HttpServletRequest request, @RequestBody String body) {
            return ResponseEntity.status(201)
                    .body(String.join(
                            " ",
                            request.getMethod(),
                            request.getRequestURI(),
                            request.getQueryString(),
                            request.getHeader("X-Mine"),
                            body));
        }

        @GetMapping("/cookies")
        ResponseEntity<String> cookies(HttpServletRequest request) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.SET_COOKIE, "SESSION=other; HttpOnly")
                    .header("X-Other", "1")
                    .body(request.getHeader("Cookie"));
        }

        @GetMapping("/away")
        ResponseEntity<Void> away() {
            return ResponseEntity.status(302)
                    .header(HttpHeaders.LOCATION, "http://127.0.0.1:1/")
                    .build();
        }

        @GetMapping("/large")
        String large() {
            return "x".repeat(1_000_000);
        }
    }
}
