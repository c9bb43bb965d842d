// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreStatus;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of a server that is about to start, or has lost a part of itself. */
class ElasticsearchAnswersTest {

    private record Answer(int status, String body) {}

    private static final TracePoint POINT = new TracePoint(
            "wsgi-start", "base", "1", "base", "2026-01-31T12:00:00.123456", Map.of("host", "h"), "demo", "api");

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private AnsweringServer server;
    private TraceStore store;

    @BeforeEach
    void start() throws IOException {
        server = new AnsweringServer(this::answer);
        store = server.openStore(StoreOptions.defaults());
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            Answer answer = answers.isEmpty() ? new Answer(200, "{}") : answers.remove();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void nothingIsWrittenBeforeTheTemplateIsThere() {
        answers.add(new Answer(500, "{\"error\": {\"reason\": \"no master yet\"}}"));
        assertThatThrownBy(() -> store.append(List.of(POINT)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("no master yet");

        answers.add(new Answer(200, "{}"));
        answers.add(new Answer(200, "{\"errors\": false}"));
        assertThat(store.append(List.of(POINT))).isEqualTo(AppendResult.allStored(1));
        assertThat(requests.subList(0, 2)).allMatch(request -> request.startsWith("PUT /_index_template/"));
        assertThat(requests.get(2)).startsWith("POST /_bulk");
    }

    @Test
    void whatIsRefusedAsAWholeIsDropped() {
        answers.add(new Answer(200, "{}"));
        answers.add(new Answer(400, "{\"error\": {\"type\": \"parse_exception\", \"reason\": \"malformed\"}}"));

        assertThat(store.append(List.of(POINT)))
                .returns(0, AppendResult::stored)
                .returns(1, result -> result.rejections().size());
    }

    @ParameterizedTest
    @CsvSource({
        "400, index_closed_exception, closed",
        "400, validation_exception, maximum shards open",
        "400, illegal_argument_exception, no write index is defined for alias",
        "403, security_exception, not allowed",
        "403, cluster_block_exception, read-only",
        "429, es_rejected_execution_exception, busy",
        "500, something_new, what nobody knows",
        "503, unavailable_shards_exception, not active"
    })
    void whatIsRefusedForTheStateOfTheServerIsTriedAgain(int status, String type, String reason) {
        answers.add(new Answer(200, "{}"));
        answers.add(new Answer(200, item("create", status, type, reason)));

        assertThatThrownBy(() -> store.append(List.of(POINT)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "400, document_parsing_exception, a text where a number is due",
        "400, illegal_argument_exception, Limit of total fields has been exceeded",
        "413, whatever, too large"
    })
    void whatIsRefusedForTheDocumentIsDropped(int status, String type, String reason) {
        answers.add(new Answer(200, "{}"));
        answers.add(new Answer(200, item("create", status, type, reason)));

        assertThat(store.append(List.of(POINT)))
                .returns(0, AppendResult::stored)
                .returns(1, result -> result.rejections().size());
    }

    @Test
    void aProxyThatRefusesEverythingIsNoFaultOfTheDocuments() {
        answers.add(new Answer(200, "{}"));
        answers.add(new Answer(400, "<html>The plain HTTP request was sent to HTTPS port</html>"));

        assertThatThrownBy(() -> store.append(List.of(POINT))).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void withoutTheRightToTheIndexOfFailedTracesTheBatchIsStored() {
        TracePoint failed = new TracePoint(
                "wsgi-stop", "base", "1", "base", POINT.timestamp(), Map.of("etype", "ValueError"), "demo", "api");
        try (TraceStore listing = server.openStore(new StoreOptions(true, null, Duration.ofSeconds(5)))) {
            answers.add(new Answer(200, "{}"));
            answers.add(new Answer(200, "{\"errors\": false}"));
            answers.add(new Answer(200, item("index", 403, "security_exception", "not allowed")));

            assertThat(listing.append(List.of(failed))).isEqualTo(AppendResult.allStored(1));
        }
    }

    private static String item(String action, int status, String type, String reason) {
        return """
                {"errors": true, "items": [{"%s": {"status": %s, "error": {"type": "%s", "reason": "%s"}}}]}
                """.formatted(action, status, type, reason);
    }

    @Test
    void aTraceThatAUserMayNotReadIsNotAnEmptyOne() {
        answers.add(new Answer(200, "{}"));
        answers.add(new Answer(403, "{\"error\": {\"reason\": \"not authorized\"}}"));

        assertThatThrownBy(() -> store.read("base"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageEndingWith("refuses: not authorized");
    }

    @Test
    void whatAUserMayNotAskStaysUntold() {
        answers.add(new Answer(200, "{}"));
        answers.add(new Answer(403, "{\"error\": {\"reason\": \"not authorized\"}}"));
        answers.add(new Answer(403, "{\"error\": {\"reason\": \"not authorized\"}}"));
        answers.add(new Answer(200, "{\"_all\": {\"primaries\": {\"docs\": {\"count\": 7}}}}"));

        StoreStatus status = store.status();

        assertThat(status.server()).isNull();
        assertThat(status.points()).isEqualTo(7);
    }

    @Test
    void aServerThatDoesNotKnowTheUserIsAFailure() {
        answers.add(new Answer(200, "{}"));
        answers.add(new Answer(401, "{}"));

        assertThatThrownBy(store::status).hasMessageContaining("missing, wrong, or not known there");
    }

    @Test
    void aPartOfATraceIsNotShownAsTheTrace() {
        answers.add(new Answer(200, "{}"));
        answers.add(new Answer(
                200,
                "{\"_scroll_id\": \"s\", \"hits\": {\"hits\": []},"
                        + " \"_shards\": {\"failures\": [{\"reason\": {\"reason\": \"node left\"}}]}}"));

        assertThatThrownBy(() -> store.read("base"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("a part of it fails: node left");
        assertThat(requests.get(1)).contains("allow_partial_search_results=false");
        assertThat(requests.get(2)).startsWith("DELETE /_search/scroll");
    }
}
