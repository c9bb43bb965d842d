// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.test.ReconnectContract;
import io.profiler.test.RetentionContract;
import io.profiler.test.StatusContract;
import io.profiler.test.TraceStoreContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ElasticsearchTraceStoreTest extends TraceStoreContract
        implements ReconnectContract, RetentionContract, StatusContract {

    @RegisterExtension
    static final SearchServer server = new SearchServer();

    @Override
    public TraceStore createStore(StoreOptions options) {
        return TraceStores.open(new ConnectionString(server.connectionString()), options);
    }

    @Override
    public void breakErrorIndex() {
        server.send("PUT", "/osprofiler-notifications-error", "{\"settings\": {\"index.blocks.write\": true}}");
    }

    @Override
    public void killServer() {
        server.stop();
    }

    @Override
    public void startServer() {
        server.start();
    }

    @Override
    public String product() {
        return "(OpenSearch|Elasticsearch)";
    }

    @Test
    void whatHasExpiredIsDeletedWhileSomethingIsWritten() {
        server.requireDeleteByQuery();
        StoreOptions forASecond = new StoreOptions(true, Duration.ofSeconds(1), Duration.ofSeconds(5));
        try (TraceStore store = createStore(forASecond)) {
            store.append(failedSpan("gone", 1));

            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
                store.append(span("kept", "kept", "wsgi", 1));
                store.read("kept");
                return server.send("GET", "/osprofiler-notifications/_search?q=base_id:gone", "")
                                .contains("\"value\":0")
                        && server.send("GET", "/osprofiler-notifications-error/_search?q=base_id:gone", "")
                                .contains("\"value\":0");
            });
        }
    }

    @Test
    void idsThatShareTheirWordsAreToldApart() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("a-b-c", "a-b-c", "wsgi", 1));
            store.append(span("c-b-a", "c-b-a", "wsgi", 1));

            assertThat(store.read("a-b-c"))
                    .hasSize(2)
                    .allMatch(point -> point.baseId().equals("a-b-c"));
        }
    }

    @Test
    void aLongIdIsAsGoodAsAShortOne() {
        String longId = "ž".repeat(400);
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            List<TracePoint> points = span(longId, longId, "wsgi".repeat(300), 1);
            store.append(points);

            assertThat(store.append(points)).isEqualTo(AppendResult.allStored(2));
            assertThat(store.read(longId)).containsExactlyElementsOf(points);
        }
    }

    @Test
    void aBatchOfAnySizeIsStored() {
        List<TracePoint> points = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            points.add(new TracePoint(
                    "a" + i + "-start",
                    "base",
                    "id",
                    "base",
                    "2026-01-31T12:00:00.000000",
                    Map.of("host", "h", "text", "x".repeat(1 << 20)),
                    null,
                    null));
        }

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThat(store.append(points)).isEqualTo(AppendResult.allStored(20));
            assertThat(store.read("base")).hasSize(20);
        }
    }

    @Test
    void aTemplateThatItsOwnerChangedStays() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("one", "one", "wsgi", 1));
        }
        server.send(
                "PUT",
                "/_index_template/osprofiler-notifications",
                "{\"index_patterns\": [\"osprofiler-notifications\"], \"priority\": 77}");

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("two", "two", "wsgi", 1));
        }

        assertThat(server.send("GET", "/_index_template/osprofiler-notifications", ""))
                .contains("\"priority\":77");
    }
}
