// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.sample.RunningSample;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What makes no sense is the client's fault: it is told so, in JSON, whatever it sent. */
class BadInputTest {

    private static final String UNKNOWN_ID = "000000000000000000000000";

    private static RunningSample sample;

    @BeforeAll
    static void start() {
        sample = RunningSample.start();
        sample.send("PUT", "/v2/pools/pool", "{\"uri\": \"mongodb://127.0.0.1\", \"weight\": 1}");
        sample.send("PUT", "/v2/queues/queue", "{}");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    static Stream<Arguments> routesAndBodies() {
        List<String> routes = List.of(
                "PUT /v2/queues/other",
                "PATCH /v2/queues/queue",
                "POST /v2/queues/queue/purge",
                "POST /v2/queues/queue/share",
                "POST /v2/queues/queue/messages",
                "POST /v2/queues/queue/claims",
                "PATCH /v2/queues/queue/claims/" + UNKNOWN_ID,
                "POST /v2/queues/queue/subscriptions",
                "PATCH /v2/queues/queue/subscriptions/" + UNKNOWN_ID,
                "PUT /v2/queues/queue/subscriptions/" + UNKNOWN_ID + "/confirm",
                "PUT /v2/pools/other",
                "PATCH /v2/pools/pool",
                "PUT /v2/flavors/flavor",
                "PATCH /v2/flavors/flavor");
        List<String> bodies = List.of(
                "nothing",
                "null",
                "\"text\"",
                "[]",
                "[null]",
                "{\"a\": 1, ",
                "{\"number\": 1e999}",
                "{\"number\": 123456789012345678901234567890}",
                "[".repeat(100_000) + "]".repeat(100_000),
                "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
                "{\"a\": \"" + "x".repeat(1_000_000) + "\"}");
        return routes.stream().flatMap(route -> bodies.stream().map(body -> Arguments.of(route, body)));
    }

    @ParameterizedTest(name = "{0} #{index}")
    @MethodSource("routesAndBodies")
    void aBodyThatIsNotWhatTheRouteReadsIsRefused(String route, String body) {
        HttpResponse<String> answer = send(route, body);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertExplained(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /v2/queues/other {\"_default_message_ttl\": \"x\"}",
                "PUT /v2/queues/other {\"_max_claim_count\": 1.5}",
                "PATCH /v2/queues/queue [{\"op\": 1, \"path\": \"/metadata/a\", \"value\": 1}]",
                "PATCH /v2/queues/queue [{\"op\": \"add\", \"path\": [], \"value\": 1}]",
                "PATCH /v2/queues/queue [{\"op\": \"add\", \"path\": \"/metadata/a/b\", \"value\": 1}]",
                "PATCH /v2/queues/queue [{\"op\": \"add\", \"path\": \"/metadata/_default_message_ttl\", \"value\": []}, 1]",
                "POST /v2/queues/queue/purge {\"resource_types\": {\"messages\": 1}}",
                "POST /v2/queues/queue/share {\"paths\": [1]}",
                "POST /v2/queues/queue/share {\"paths\": \"messages\"}",
                "POST /v2/queues/queue/share {\"methods\": [\"NONE\"]}",
                "POST /v2/queues/queue/share {\"expires\": \"tomorrow\"}",
                "POST /v2/queues/queue/share {\"expires\": \"+999999999-12-31T23:59:59\"}",
                "POST /v2/queues/queue/messages {\"messages\": [{\"body\": 1, \"ttl\": {}}]}",
                "POST /v2/queues/queue/messages {\"messages\": [{\"body\": 1, \"delay\": 1.5}]}",
                "POST /v2/queues/queue/claims {\"ttl\": \"60\"}",
                "POST /v2/queues/queue/claims {\"grace\": 9223372036854775807}",
                "POST /v2/queues/queue/claims?limit=99999999999 {}",
                "POST /v2/queues/queue/subscriptions {}",
                "POST /v2/queues/queue/subscriptions {\"subscriber\": 1}",
                "POST /v2/queues/queue/subscriptions {\"subscriber\": \"gopher://host\"}",
                "POST /v2/queues/queue/subscriptions {\"subscriber\": \"http://host\", \"ttl\": \"x\"}",
                "POST /v2/queues/queue/subscriptions {\"subscriber\": \"http://host\", \"ttl\": 9223372036854775807}",
                "POST /v2/queues/queue/subscriptions {\"subscriber\": \"http://host\", \"options\": []}",
                "PUT /v2/queues/queue/subscriptions/x/confirm {}",
                "PUT /v2/pools/other {\"uri\": 1, \"weight\": 1}",
                "PUT /v2/pools/other {\"uri\": \"mongodb://x\", \"weight\": 1, \"more\": 1}",
                "PUT /v2/flavors/flavor {\"pool_list\": [{}]}",
                "PUT /v2/flavors/flavor {\"pool_list\": {}}",
                "GET /v2/queues?limit=99999999999 ",
                "GET /v2/queues?detailed=maybe ",
                "GET /v2/queues/queue/messages?limit=-1 ",
                "GET /v2/queues/queue/subscriptions?limit=0 ",
                "GET /v2/pools?limit=x ",
                "DELETE /v2/queues/queue/messages?pop=0 ",
                "DELETE /v2/queues/queue/messages?pop=21 ",
                "DELETE /v2/queues/queue/messages?pop=x ",
                "DELETE /v2/queues/queue/messages?pop=1&ids=x "
            })
    void aValueThatMakesNoSenseIsRefused(String request) {
        int end = request.indexOf(' ', request.indexOf(' ') + 1);
        HttpResponse<String> answer = send(request.substring(0, end), request.substring(end + 1));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertExplained(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v2/queues/queue/messages {\"messages\": [{\"body\": 1, \"delay\": 9223372036854775807}]}",
                "POST /v2/queues/queue/messages {\"messages\": [{\"body\": 1, \"delay\": -9223372036854775808}]}",
                "GET /v2/queues?marker=%00%F0%9F%98%80 ",
                "GET /v2/queues/queue/messages?marker=-999999999999999999999999 ",
                "GET /v2/queues/queue/messages?limit= ",
                "GET /v2/queues/queue/subscriptions?marker=x "
            })
    void aValueOutOfTheOrdinaryIsNot(String request) {
        int end = request.indexOf(' ', request.indexOf(' ') + 1);
        HttpResponse<String> answer = send(request.substring(0, end), request.substring(end + 1));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    @Test
    void aClaimCanBeRenewedWithAnyGrace() {
        sample.send("POST", "/v2/queues/grace/messages", "{\"messages\": [{\"body\": 1}]}");
        String claim = sample.send("POST", "/v2/queues/grace/claims", "{}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String renewal = "{\"ttl\": 43200, \"grace\": 9223372036854775807}";
        assertThat(sample.send("PATCH", claim, renewal).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v2/queues/%zz HTTP/1.1",
                "GET /v2/queues/%ff HTTP/1.1",
                "GET /v2/queues/%00 HTTP/1.1",
                "GET /v2/queues/a|b HTTP/1.1",
                "GET /v2/queues/a\\b HTTP/1.1",
                "GET /v2/../../etc HTTP/1.1",
                "GET % HTTP/1.1",
                "NONSENSE"
            })
    void whatTheServerCannotReadIsRefusedInJson(String requestLine) throws IOException {
        String answer = exchange(requestLine + "\r\nHost: sample\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("<html").contains("{\"title\":\"");
    }

    @Test
    void headersThatAreTooLargeAreRefusedInJson() throws IOException {
        String answer = exchange("GET /v2/queues HTTP/1.1\r\nHost: sample\r\nConnection: close\r\nX-Project-Id: "
                + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("<html").contains("{\"title\":\"");
    }

    @Test
    void aBrowserGetsNoPageEither() {
        HttpRequest request = HttpRequest.newBuilder(sample.uri("/error"))
                .header("Accept", "text/html")
                .build();
        HttpResponse<String> answer = sample.send(request);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"title\":\"404 Not Found\"}");
    }

    private static String exchange(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sample.uri("/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static HttpResponse<String> send(String route, String body) {
        String[] methodAndPath = route.split(" ");
        String contentType = route.startsWith("PATCH /v2/queues/queue")
                ? "application/openstack-messaging-v2.0-json-patch"
                : "application/json";
        return sample.send(HttpRequest.newBuilder(sample.uri(methodAndPath[1]))
                .header("Content-Type", contentType)
                .method(methodAndPath[0], HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static void assertExplained(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode error = new JsonMapper().readTree(answer.body());
        assertThat(error.path("title").asString("")).isNotBlank();
        assertThat(error.path("description").asString("")).isNotBlank();
    }
}
