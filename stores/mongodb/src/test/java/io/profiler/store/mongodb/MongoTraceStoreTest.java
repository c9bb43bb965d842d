// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.profiler.point.TracePoint;
import io.profiler.recordings.Recordings;
import io.profiler.servers.MongoDbServer;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import io.profiler.test.ReconnectContract;
import io.profiler.test.StatusContract;
import io.profiler.test.TraceStoreContract;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoTraceStoreTest extends TraceStoreContract implements ReconnectContract, StatusContract {

    private static final int THROTTLED = 16500;

    /** The embedded server puts traces together slowly, and a busy machine slows it down more. */
    private static final String PATIENCE = "socketTimeoutMS=120000";

    @RegisterExtension
    static final MongoDbServer mongo = new MongoDbServer();

    @Override
    public TraceStore createStore(StoreOptions options) {
        return TraceStores.open(new ConnectionString(with(PATIENCE)), options);
    }

    private static String with(String options) {
        String address = mongo.connectionString();
        return address + (address.contains("?") ? "&" : "/?") + options;
    }

    @Override
    public void breakErrorIndex() {
        mongo.interfere((command, query) -> {
            if (query.containsValue("profiler_error")) {
                throw new MongoServerError(THROTTLED, "too much is asked");
            }
            return null;
        });
    }

    @Override
    public void killServer() {
        mongo.kill();
    }

    @Override
    public void startServer() {
        mongo.revive();
    }

    @Override
    public String product() {
        return "MongoDB";
    }

    @Test
    void documentsWithAnIdOfTheDriversAreByOthers() {
        points().insertOne(new Document("base_id", "theirs"));
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThat(store.status().writers()).startsWith("OSprofiler or another");
            assertThat(store.status().missingIndexes())
                    .containsExactly("profiler (base_id, timestamp)", "profiler (timestamp, base_id)");

            store.append(span("ours", "ours", "wsgi", 1));

            assertThat(store.status().writers()).startsWith("this profiler, and OSprofiler or another");
        }
    }

    @Test
    void writesOsprofilersDocuments() {
        TracePoint point = span("base", "parent", "wsgi", 1).get(0);

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(List.of(point));
        }

        Document document = points().find().first();
        assertThat(document.keySet())
                .containsExactly(
                        "_id", "name", "base_id", "trace_id", "parent_id", "timestamp", "info", "project", "service");
        assertThat(document.get("_id")).isEqualTo(point.traceId() + ":wsgi-start");
    }

    @Test
    void readsTheTracesThatOsprofilerWrote() {
        Document recorded = Document.parse(Recordings.text("mongodb/filter-error-trace.json"));
        points().insertMany(recorded.getList("profiler", Document.class));
        failed().insertMany(recorded.getList("profiler_error", Document.class));

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThat(store.read("14a03569-d26b-4496-92e5-dfe8cb1855fe"))
                    .extracting(TracePoint::name)
                    .containsExactly("wsgi-start", "db-start", "db-stop", "wsgi-stop");
            assertThat(store.list(TraceQuery.all())).hasSize(3);
            assertThat(store.list(TraceQuery.failed())).hasSize(2);
        }
    }

    @Test
    void whatIsNoTracePointIsLeftOut() {
        points().insertOne(new Document("base_id", "base").append("name", 5));

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));

            assertThat(store.read("base")).hasSize(2);
        }
    }

    @Test
    void findsTracesByAnIndex() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
        }

        assertThat(points().listIndexes().map(index -> index.get("key")).into(new ArrayList<>()))
                .contains(new Document("base_id", 1).append("timestamp", 1));
    }

    @Test
    void withARetentionEachDocumentSaysWhenItExpires() {
        try (TraceStore store = createStore(new StoreOptions(false, Duration.ofDays(7), Duration.ofSeconds(5)))) {
            store.append(span("base", "base", "wsgi", 1));
            assertThat(store.read("base")).hasSize(2);
        }

        Date expireAt = points().find().first().getDate("expire_at");
        assertThat(expireAt).isCloseTo(Date.from(Instant.now().plus(Duration.ofDays(7))), 60_000);
        assertThat(secondsToExpiry(points())).isZero();
    }

    private static int secondsToExpiry(MongoCollection<Document> collection) {
        Document index = collection.listIndexes().into(new ArrayList<>()).stream()
                .filter(candidate -> candidate.get("key").equals(new Document("expire_at", 1)))
                .findFirst()
                .orElseThrow();
        return ((Number) index.get("expireAfterSeconds")).intValue();
    }

    @Test
    void anErrorIndexThatCouldNotBePreparedIsPreparedLater() {
        breakErrorIndex();
        try (TraceStore store = createStore(new StoreOptions(true, Duration.ofDays(7), Duration.ofSeconds(5)))) {
            store.append(failedSpan("failed", 2));
            mongo.interfere((command, query) -> null);
            store.append(span("fine", "fine", "wsgi", 1));

            assertThat(store.list(TraceQuery.failed()))
                    .extracting(TraceSummary::baseId)
                    .containsExactly("failed");
        }

        assertThat(secondsToExpiry(failed())).isZero();
    }

    @Test
    void aPointThatMongoDbCannotHoldDoesNotTakeTheOthersWithIt() {
        List<TracePoint> points = new ArrayList<>(span("base", "base", "wsgi", 1));
        TracePoint start = points.get(0);
        points.add(new TracePoint(
                "huge-start",
                "base",
                "huge",
                "base",
                start.timestamp(),
                Map.of("host", "h", "text", "x".repeat(17 << 20)),
                "demo",
                "api"));

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThat(store.append(points))
                    .returns(2, AppendResult::stored)
                    .returns(1, result -> result.rejections().size());
            assertThat(store.read("base")).hasSize(2);
        }
    }

    @Test
    void usesTheClientOfAnApplication() {
        try (TraceStore store = MongoTraceStore.using(mongo.client(), StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
        }

        assertThat(points().countDocuments()).isEqualTo(2);
    }

    @Test
    void optionsOfTheConnectionStringCount() {
        ConnectionString given = new ConnectionString(with("maxPoolSize=2&appName=mine&retryWrites=false"));

        try (TraceStore store = TraceStores.open(given, StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
            assertThat(store.read("base")).hasSize(2);
        }
    }

    @Test
    void followsASeedList() {
        String port = mongo.connectionString().replaceAll(".*:(\\d+).*", "$1");
        SeedListDns.answerWithPort(Integer.parseInt(port));

        try (TraceStore store = TraceStores.open(
                new ConnectionString("mongodb+srv://traces.profiler.example/?tls=false"), StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
            assertThat(store.read("base")).hasSize(2);
        }
    }

    @Test
    void aNameServerThatIsAwayIsNotTheStringsFault() {
        SeedListDns.fail();

        try (TraceStore store = TraceStores.open(
                new ConnectionString("mongodb+srv://u:geheim@traces.profiler.example"), StoreOptions.defaults())) {
            assertUnavailable(store);
        }
    }

    @Test
    void aServerThatIsAwayIsNamedWithoutItsPassword() throws Exception {
        int unusedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            unusedPort = socket.getLocalPort();
        }
        String away = "mongodb://u:geheim@127.0.0.1:" + unusedPort;

        try (TraceStore store =
                TraceStores.open(new ConnectionString(away), new StoreOptions(false, null, Duration.ofMillis(200)))) {
            assertUnavailable(store);
        }
    }

    private static void assertUnavailable(TraceStore store) {
        assertThatThrownBy(() -> store.append(span("base", "base", "wsgi", 1)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("***@")
                .hasMessageNotContaining("geheim")
                .hasMessageNotContaining("\n");
    }

    private static MongoCollection<Document> points() {
        return mongo.client().getDatabase("osprofiler").getCollection("profiler");
    }

    private static MongoCollection<Document> failed() {
        return mongo.client().getDatabase("osprofiler").getCollection("profiler_error");
    }
}
