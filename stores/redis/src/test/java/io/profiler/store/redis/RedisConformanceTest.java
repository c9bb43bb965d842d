// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.point.TracePoint;
import io.profiler.recordings.Recordings;
import io.profiler.report.Report;
import io.profiler.report.json.JsonReportRenderer;
import io.profiler.servers.LocalRedis;
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
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What OSprofiler 3.4.3 left in Redis, and what it would find there of ours. */
class RedisConformanceTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PLAIN = "cd613e30-d8f1-4adf-91b7-584a2265b1f5";
    private static final String FAILED = "35bf992d-c9e9-4616-a12e-7696a6cecc1b";
    private static final String LEGACY = "b2221a58-008a-45a6-8464-7159c324c985";

    @RegisterExtension
    static final LocalRedis redis = new LocalRedis();

    private List<JsonNode> recorded;

    @BeforeEach
    void load() throws IOException {
        recorded = new ArrayList<>();
        JSON.readTree(Recordings.text("redis/list-elements.json")).forEach(recorded::add);
    }

    @Test
    void theRecordedTracesGiveTheRecordedReports() throws IOException {
        restore();

        try (TraceStore store = open()) {
            assertThat(report(store, PLAIN)).isEqualTo(Recordings.text("redis/report-plain.json"));
            assertThat(report(store, FAILED)).isEqualTo(Recordings.text("redis/report-filter-error-trace.json"));
        }
    }

    @Test
    void tracesOfOlderReleasesGiveTheRecordedReport() throws IOException {
        restoreLegacy();

        try (TraceStore store = open()) {
            assertThat(JSON.readTree(report(store, LEGACY)))
                    .isEqualTo(JSON.readTree(Recordings.text("redis/report-legacy.json")));
            assertThat(store.list(TraceQuery.all()))
                    .extracting(TraceSummary::baseId, TraceSummary::timestamp)
                    .containsExactly(tuple(LEGACY, "2026-11-22T14:49:34.615414"));
        }
    }

    @Test
    void foreignTracesAreListed() {
        restore();
        redis.commands()
                .set(
                        "osprofiler_error:" + FAILED,
                        "{\"base_id\": \"" + FAILED + "\", \"timestamp\": \"2026-11-22T14:49:34.614953\"}");

        try (TraceStore store = open()) {
            assertThat(store.list(TraceQuery.all()))
                    .extracting(TraceSummary::baseId)
                    .containsExactlyInAnyOrder(PLAIN, FAILED);
            assertThat(store.list(TraceQuery.failed()))
                    .extracting(TraceSummary::baseId)
                    .containsExactly(FAILED);
        }
    }

    @Test
    void whatIsAppendedAgainIsWhatWasRecorded() {
        List<TracePoint> points = new ArrayList<>();
        recorded.forEach(
                element -> points.add(TracePointJson.read(element.get("value").asString())));
        Collections.reverse(points);

        try (TraceStore store = TraceStores.open(
                new ConnectionString(redis.connectionString()), new StoreOptions(true, null, Duration.ofSeconds(5)))) {
            store.append(points);
        }

        for (JsonNode element : recorded) {
            String written = redis.commands()
                    .lindex(element.get("key").asString(), element.get("index").asInt());
            assertThat(JSON.readTree(written))
                    .isEqualTo(JSON.readTree(element.get("value").asString()));
        }
        assertThat(JSON.readTree(redis.commands().get("osprofiler_error:" + FAILED)))
                .isEqualTo(JSON.readTree(
                        "{\"base_id\": \"" + FAILED + "\", \"timestamp\": \"2026-11-22T14:49:34.614953\"}"));
    }

    private void restore() {
        for (JsonNode element : recorded) {
            redis.commands()
                    .rpush(element.get("key").asString(), element.get("value").asString());
        }
    }

    /** The recorded report holds each document of the trace. */
    private static void restoreLegacy() throws IOException {
        JsonNode report = JSON.readTree(Recordings.text("redis/report-legacy.json"));
        report.findValues("info")
                .forEach(info -> info.properties().forEach(member -> {
                    if (member.getKey().startsWith("meta.raw_payload.")) {
                        JsonNode document = member.getValue();
                        String key = "osprofiler:" + LEGACY + "_"
                                + document.get("trace_id").asString() + "_"
                                + document.get("timestamp").asString();
                        redis.commands().set(key, document.toString());
                    }
                }));
    }

    private static TraceStore open() {
        return TraceStores.open(new ConnectionString(redis.connectionString()), StoreOptions.defaults());
    }

    private static String report(TraceStore store, String baseId) throws IOException {
        StringBuilder out = new StringBuilder();
        new JsonReportRenderer().render(Report.of(store.read(baseId)), out);
        return out.append('\n').toString();
    }
}
