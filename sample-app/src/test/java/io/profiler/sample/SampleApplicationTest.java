// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What works out of the box, for a client that knows nothing of identity headers. */
class SampleApplicationTest {

    private static RunningSample sample;

    @BeforeAll
    static void start() {
        sample = RunningSample.start();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void queuesAreListed() {
        HttpResponse<String> answer = sample.get("/v2/queues");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"queues\":[");
    }

    @Test
    void aPoolAQueueAndAMessageCanBeMade() {
        assertThat(put("/v2/pools/pool", "{\"uri\": \"mongodb://127.0.0.1\", \"weight\": 1}"))
                .isEqualTo(201);
        assertThat(put("/v2/queues/queue", "{}")).isEqualTo(201);
        HttpResponse<String> posted = sample.send(
                "POST", "/v2/queues/queue/messages", "{\"messages\": [{\"body\": {\"a.b\": \"\\ud800\"}}]}");
        assertThat(posted.statusCode()).isEqualTo(201);
        assertThat(sample.get("/v2/queues/queue/messages?echo=true").body()).contains("{\"a.b\":\"\\uD800\"}");
    }

    @Test
    void aFlavorCanBeServedByOtherPools() {
        put("/v2/pools/first", "{\"uri\": \"mongodb://first\", \"weight\": 1}");
        put("/v2/pools/second", "{\"uri\": \"mongodb://second\", \"weight\": 1}");
        assertThat(put("/v2/flavors/gold", "{\"pool_list\": [\"first\"]}")).isEqualTo(201);
        HttpResponse<String> changed = sample.send("PATCH", "/v2/flavors/gold", "{\"pool_list\": [\"second\"]}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("\"pool_list\":[\"second\"]");
        assertThat(sample.get("/v2/pools/first").body()).contains("\"flavor\":null");
        assertThat(sample.send("PATCH", "/v2/flavors/silver", "{\"pool_list\": [\"first\"]}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theHealthOfEveryPoolIsTold() {
        put("/v2/pools/healthy", "{\"uri\": \"mongodb://healthy\", \"weight\": 1}");
        assertThat(sample.get("/v2/health").body())
                .contains("\"catalog_reachable\":true", "\"healthy\":{\"storage_reachable\":true");
    }

    private static int put(String path, String body) {
        return sample.send("PUT", path, body).statusCode();
    }

    @Test
    void itIsHealthy() {
        assertThat(sample.get("/actuator/health").body()).contains("\"status\":\"UP\"");
    }

    @Test
    void whatIsTooBigOrTooDeepIsRefused() {
        assertThat(post("{\"messages\": [{\"body\": \"" + "x".repeat(1_000_000) + "\"}]}"))
                .contains("Message collection size is too large. Max size 262144");
        assertThat(post("{\"messages\": [{\"body\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}]}"))
                .contains("Request body could not be parsed.");
        assertThat(post("{\"messages\": [{\"body\": 1e999}]}")).contains("Request body could not be parsed.");
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 421",
        "localhost.evil.example, 421",
        "localhost, 200",
        "LOCALHOST, 200",
        "127.0.0.1, 200",
        "[::1], 200"
    })
    void theLoopbackInterfaceAnswersToNoNameOfAnybodyElse(String host, int status) throws Exception {
        int port = sample.uri("/").getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = "GET /v2/queues HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void aQueryThatCannotBeDecodedIsRefused() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", sample.uri("/").getPort())) {
            String request = "GET /v2/queues?limit=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("The query could not be decoded.");
        }
    }

    private static String post(String body) {
        HttpResponse<String> answer = sample.send("POST", "/v2/queues/limits/messages", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }
}
