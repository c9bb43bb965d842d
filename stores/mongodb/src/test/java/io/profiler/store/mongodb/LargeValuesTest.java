// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoCollection;
import io.profiler.servers.MongoDbServer;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever shares a database writes what he likes; a result of more than 16 MB would end every list that the trace is in. */
class LargeValuesTest {

    private static final String TIME = "2026-01-31T12:00:00.000000";
    private static final int MOST_IN_A_RESULT = 10_000;

    @RegisterExtension
    static final MongoDbServer mongo = new MongoDbServer();

    private final String large = "x".repeat(200_000);

    @Test
    void aResultHasTheBeginningsOfTextsAlone() {
        points().insertMany(List.of(
                point("start", "start", "base").append("name", large).append("service", large),
                point("middle", "start", "base").append("timestamp", large),
                point("stop", "stop", "base").append("info", answered(large))));

        List<Document> results = points().aggregate(List.of(FiguresStage.GROUP)).into(new ArrayList<>());

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.toJson()).hasSizeLessThan(MOST_IN_A_RESULT));
    }

    @Test
    void whatIsNoTextAndNoNumberIsNotInAResult() {
        List<String> others = List.of(large);
        points().insertMany(List.of(
                point("start", "start", "base")
                        .append("service", others)
                        .append("info", new Document("request", new Document("path", others).append("method", others))),
                point("stop", "stop", "base").append("info", answered(others))));

        assertThat(points().aggregate(List.of(FiguresStage.GROUP)).first().toJson())
                .hasSizeLessThan(MOST_IN_A_RESULT);
    }

    @Test
    void aRequestWithAnEndlessIdIsCountedButNotRemembered() {
        points().insertMany(List.of(
                point("a-start", large, "base"),
                point("b-start", "b", "base"),
                point("b-stop", "b", "base").append("info", answered(404))));

        assertThat(listed())
                .extracting(TraceSummary::baseId, TraceSummary::requests, TraceSummary::status)
                .containsExactly(tuple("base", 2L, null));
    }

    /** Each id of a trace of several requests stands twice in a command, which has 16 MB. */
    @Test
    void repeatedTracesWithEndlessIdsHoldUpNoList() {
        for (int trace = 0; trace < 9; trace++) {
            String endless = trace + "x".repeat(1_000_000);
            points().insertMany(List.of(point("a-start", "a", endless), point("b-start", "b", endless)));
        }
        points().insertMany(List.of(point("a-start", "a", "base"), point("b-start", "b", "base")));

        assertThat(listed())
                .extracting(TraceSummary::baseId, TraceSummary::requests)
                .containsExactly(tuple("base", 2L));
    }

    @Test
    void aPointWhoseTimeIsNoTextIsNotTheFirst() {
        points().insertMany(List.of(
                point("dated-start", "a", "base").append("timestamp", new Date()),
                point("numbered-start", "b", "base").append("timestamp", 5),
                point("wsgi-start", "c", "base"),
                point("dated-start", "d", "untimed").append("timestamp", new Date())));

        assertThat(listed())
                .extracting(TraceSummary::baseId, TraceSummary::name, TraceSummary::timestamp)
                .containsExactlyInAnyOrder(tuple("base", "wsgi", TIME), tuple("untimed", "dated", "null"));
    }

    private static List<TraceSummary> listed() {
        try (TraceStore store =
                TraceStores.open(new ConnectionString(mongo.connectionString()), StoreOptions.defaults())) {
            return store.list(TraceQuery.all());
        }
    }

    private static Document point(String name, String traceId, String baseId) {
        return new Document("name", name)
                .append("base_id", baseId)
                .append("trace_id", traceId)
                .append("parent_id", baseId)
                .append("timestamp", TIME);
    }

    private static Document answered(Object status) {
        return new Document("response", new Document("status", status));
    }

    private static MongoCollection<Document> points() {
        return mongo.client().getDatabase("osprofiler").getCollection("profiler");
    }
}
