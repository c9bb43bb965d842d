// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.point.TracePoint;
import io.profiler.recordings.Recordings;
import io.profiler.report.Report;
import io.profiler.report.json.JsonReportRenderer;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TracePointJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What OSprofiler 3.4.3 sent to Elasticsearch, in an index that the server made as it guessed; and ours beside it. */
class ElasticsearchConformanceTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @RegisterExtension
    static final SearchServer server = new SearchServer();

    @Test
    void theRecordedTraceGivesTheRecordedReport() throws IOException {
        String baseId = "";
        for (JsonNode document : recorded("index.json", "/osprofiler-notifications/")) {
            server.send("POST", "/osprofiler-notifications/_doc?refresh=true", document.toString());
            baseId = document.get("base_id").asString();
        }

        try (TraceStore store = open()) {
            StringBuilder report = new StringBuilder();
            new JsonReportRenderer().render(Report.of(store.read(baseId)), report);
            assertThat(report.append('\n').toString()).isEqualTo(Recordings.text("elasticsearch/report.json"));
            assertThat(store.list(TraceQuery.newest(5)))
                    .extracting(TraceSummary::baseId, TraceSummary::name, TraceSummary::spans, TraceSummary::errors)
                    .containsExactly(tuple(baseId, "GET /v2/queues", 2L, 1L));
        }
    }

    @Test
    void failedTracesAreListedWithTheirLastError() throws IOException {
        String file = "index-filter-error-trace-doc-type.json";
        for (JsonNode document : recorded(file, "/osprofiler-notifications/")) {
            server.send("POST", "/osprofiler-notifications/_doc?refresh=true", document.toString());
        }
        for (JsonNode document : recorded(file, "/osprofiler-notifications-error/")) {
            server.send("POST", "/osprofiler-notifications-error/_doc?refresh=true", document.toString());
        }

        try (TraceStore store = open()) {
            assertThat(store.list(TraceQuery.failed()))
                    .extracting(TraceSummary::baseId, TraceSummary::timestamp, TraceSummary::name)
                    .containsExactly(tuple(
                            "c6a53877-7733-4bdb-9721-0dff076ce2ef", "2026-11-22T14:52:37.940485", "GET /v2/queues"));
        }
    }

    @Test
    void inAnIndexOfAnotherMakingOnlyTheTraceIsReadAndDeleted() {
        for (String baseId : List.of("a1-b2-c3", "c3-b2-a1", "A1-B2-C3")) {
            server.send(
                    "POST",
                    "/osprofiler-notifications/_doc?refresh=true",
                    "{\"name\": \"wsgi-start\", \"base_id\": \"" + baseId
                            + "\", \"trace_id\": \"1\", \"parent_id\": \"1\","
                            + " \"timestamp\": \"2026-11-22T14:52:37.940485\", \"info\": {\"host\": \"h\"}}");
        }

        try (TraceStore store = open()) {
            assertThat(store.read("a1-b2-c3")).extracting(TracePoint::baseId).containsExactly("a1-b2-c3");
            assertThat(store.read("b2")).isEmpty();
            assertThat(store.delete("a1-b2-c3")).isEqualTo(1);
            assertThat(store.list(TraceQuery.all()))
                    .extracting(TraceSummary::baseId)
                    .containsExactlyInAnyOrder("c3-b2-a1", "A1-B2-C3");
        }
    }

    @Test
    void whatIsAppendedAgainIsWhatWasRecorded() throws IOException {
        String file = "index-filter-error-trace-doc-type.json";
        List<JsonNode> documents = recorded(file, "/osprofiler-notifications/");
        List<TracePoint> points = new ArrayList<>();
        documents.forEach(document -> points.add(TracePointJson.read(document.toString())));

        try (TraceStore store = TraceStores.open(
                new ConnectionString(server.connectionString()), new StoreOptions(true, null, Duration.ofSeconds(5)))) {
            store.append(points);
            store.read("");
        }

        assertThat(sources("/osprofiler-notifications")).containsExactlyInAnyOrderElementsOf(documents);
        assertThat(sources("/osprofiler-notifications-error"))
                .isEqualTo(recorded(file, "/osprofiler-notifications-error/"));
    }

    private static List<JsonNode> sources(String index) {
        List<JsonNode> sources = new ArrayList<>();
        JSON.readTree(server.send("GET", index + "/_search", ""))
                .get("hits")
                .get("hits")
                .forEach(hit -> sources.add(hit.get("_source")));
        return sources;
    }

    private static List<JsonNode> recorded(String file, String path) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        JSON.readTree(Recordings.text("elasticsearch/" + file)).forEach(exchange -> {
            JsonNode request = exchange.get("request");
            if (request.get("target").asString().startsWith(path)) {
                documents.add(JSON.readTree(request.get("body_text").asString()));
            }
        });
        return documents;
    }

    private static TraceStore open() {
        return TraceStores.open(new ConnectionString(server.connectionString()), StoreOptions.defaults());
    }
}
