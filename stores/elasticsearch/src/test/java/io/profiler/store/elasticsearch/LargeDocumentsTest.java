// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.profiler.store.ReadLimit;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceTooLargeException;
import io.profiler.store.backend.TracePointJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trace whose documents are read by as many at a time as the client may hold. */
class LargeDocumentsTest {

    private static final int MEGABYTE = 1 << 20;
    private static final ReadLimit LIMIT = new ReadLimit(1_000, 100 * MEGABYTE);

    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    private AnsweringServer server;
    private TraceStore store;
    private int documents;
    private int documentMegabytes;
    private int left;
    private int size;

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

    @Test
    void areReadByFewerAtATime() {
        documents = 40;
        documentMegabytes = 1;

        assertThat(store.read("base", LIMIT)).hasSize(40);

        assertThat(sizes).containsExactly(500, 50, 5);
    }

    @Test
    void oneThatIsTooLargeAloneIsSaidToBe() {
        documents = 1;
        documentMegabytes = 33;

        assertThatThrownBy(() -> store.read("base", LIMIT)).isInstanceOf(TraceTooLargeException.class);
        assertThat(store.read("base")).hasSize(1);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/_search")) {
                size = ((Number) TracePointJson.readMembers(request).get("size")).intValue();
                sizes.add(size);
                left = documents;
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            boolean isPage =
                    path.contains("_search") && !exchange.getRequestMethod().equals("DELETE");
            body.write((isPage ? page() : "{}").getBytes(StandardCharsets.UTF_8));
        } catch (IOException givenUp) {
            // The client wants no more of it.
        }
    }

    private String page() {
        StringBuilder page = new StringBuilder("{\"_scroll_id\": \"s\", \"hits\": {\"hits\": [");
        int hits = Math.min(left, size);
        for (int hit = 0; hit < hits; hit++) {
            page.append(hit == 0 ? "" : ",")
                    .append("""
                            {"_index": "i", "_id": "%s", "_source": {"name": "db-start", "base_id": "base", "trace_id": "%s",
                             "parent_id": "base", "timestamp": "2026-01-31T12:00:00.123456", "project": "p", "service": "s",
                             "info": {"text": "
                            """.strip().formatted(left, left))
                    .append("x".repeat(documentMegabytes * MEGABYTE))
                    .append("\"}}}");
            left--;
        }
        return page.append("]}}").toString();
    }
}
