// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreOptions;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class BulkTest {

    private static final String REFUSED =
            "{\"errors\": true, \"items\": [{\"x\": {\"status\": 413, \"error\": {\"type\": \"t\", \"reason\": \"too large\"}}}]}";

    @Test
    void whatIsRefusedIsCalledWhatItIs() throws IOException {
        assertThat(toldOf(BulkAction.create("i", "1:wsgi-start", "{}")))
                .startsWith("Trace point 1:wsgi-start is dropped: elasticsearch://127.0.0.1:")
                .endsWith(" refuses: too large");
        assertThat(toldOf(BulkAction.put("i", "base", "{}"))).startsWith("Failed trace base is not listed: ");
        assertThat(toldOf(BulkAction.delete("i", "1:wsgi-start"))).startsWith("Document 1:wsgi-start is not deleted: ");
    }

    private static String toldOf(BulkAction action) throws IOException {
        List<String> told = new ArrayList<>();
        try (AnsweringServer server = new AnsweringServer(BulkTest::refuse);
                ElasticsearchConnection connection =
                        ElasticsearchConnection.to(server.address(), StoreOptions.defaults())) {
            assertThat(new Bulk(connection, new OccasionalLog(telling(told))).send(List.of(action), ""))
                    .hasSize(1);
        }
        return told.get(0);
    }

    private static Logger telling(List<String> told) {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (logger, method, arguments) -> {
                    told.add(String.valueOf(arguments[0]));
                    return null;
                });
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = REFUSED.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
