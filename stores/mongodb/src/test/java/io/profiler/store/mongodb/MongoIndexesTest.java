// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.profiler.point.TracePoint;
import io.profiler.servers.MongoDbServer;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import io.profiler.test.SampleTraces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MongoIndexesTest {

    private static final Document BASE_ID = new Document("base_id", 1);
    private static final Document BASE_ID_AND_TIMESTAMP = new Document("base_id", 1).append("timestamp", 1);
    private static final Document EXPIRE_AT = new Document("expire_at", 1);
    private static final int INDEX_OPTIONS_CONFLICT = 85;

    @RegisterExtension
    static final MongoDbServer mongo = new MongoDbServer();

    @Test
    void failedTracesAreFoundByAnIndexAndExpireToo() {
        appendWithRetention();

        assertThat(keys("profiler_error")).contains(BASE_ID, EXPIRE_AT);
        assertThat(ttl("profiler_error")).isZero();
        Document failed = collection("profiler_error").find().first();
        assertThat(failed.keySet()).containsExactlyInAnyOrder("_id", "base_id", "timestamp", "expire_at");
        assertThat(failed.getDate("expire_at"))
                .isCloseTo(Date.from(Instant.now().plus(Duration.ofDays(7))), 60_000);
    }

    @Test
    void withoutARetentionNothingExpires() {
        append(new StoreOptions(true, null, Duration.ofSeconds(5)));

        assertThat(keys("profiler")).contains(BASE_ID_AND_TIMESTAMP).doesNotContain(EXPIRE_AT);
        assertThat(keys("profiler_error"))
                .contains(BASE_ID, new Document("timestamp", 1).append("base_id", 1))
                .doesNotContain(EXPIRE_AT);
        assertThat(collection("profiler_error").find().first().keySet())
                .containsExactlyInAnyOrder("_id", "base_id", "timestamp");
    }

    @Test
    void oneIndexThatIsRefusedDoesNotKeepTheOthersAway(CapturedOutput output) {
        refuse(BASE_ID_AND_TIMESTAMP);

        appendWithRetention();

        assertThat(ttl("profiler")).isZero();
        assertThat(warnings(output))
                .singleElement()
                .asString()
                .contains("\"timestamp\": 1", "osprofiler.profiler,", "refused")
                .doesNotContain("retention");
    }

    @Test
    void withoutItsIndexRetentionIsSaidToBeOff(CapturedOutput output) {
        refuse(EXPIRE_AT);

        appendWithRetention();

        assertThat(keys("profiler")).contains(BASE_ID_AND_TIMESTAMP);
        assertThat(warnings(output))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"expire_at\": 1", "profiler.retention is off"));
    }

    @Test
    void theSameIndexByAnotherNameIsGoodEnough(CapturedOutput output) {
        collection("profiler").createIndex(BASE_ID_AND_TIMESTAMP, new IndexOptions().name("by_trace"));
        collection("profiler")
                .createIndex(EXPIRE_AT, new IndexOptions().name("expiry").expireAfter(0L, TimeUnit.SECONDS));
        refuse(BASE_ID_AND_TIMESTAMP, EXPIRE_AT);

        append(new StoreOptions(false, Duration.ofDays(7), Duration.ofSeconds(5)));

        assertThat(warnings(output)).isEmpty();
    }

    @Test
    void anIndexThatExpiresNothingIsNotTheSame(CapturedOutput output) {
        collection("profiler").createIndex(EXPIRE_AT, new IndexOptions().name("plain"));
        refuse(EXPIRE_AT);

        append(new StoreOptions(false, Duration.ofDays(7), Duration.ofSeconds(5)));

        assertThat(warnings(output)).singleElement().asString().contains("profiler.retention is off");
    }

    @Test
    void whileAServerBuildsThemPointsAreStored(CapturedOutput output) {
        CountDownLatch built = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        mongo.interfere((command, query) -> {
            if (command.equalsIgnoreCase("createIndexes")) {
                asked.incrementAndGet();
                awaitQuietly(built);
            }
            return null;
        });
        String impatient = mongo.connectionString() + "/?socketTimeoutMS=4000";
        try (TraceStore store = TraceStores.open(new ConnectionString(impatient), StoreOptions.defaults())) {
            assertThat(store.append(SampleTraces.span("one", "one", "wsgi", 1))).isEqualTo(AppendResult.allStored(2));
            assertThat(store.append(SampleTraces.span("two", "two", "wsgi", 2))).isEqualTo(AppendResult.allStored(2));
            assertThat(store.read("two")).hasSize(2);
        } finally {
            built.countDown();
        }

        assertThat(asked).hasValue(1);
        assertThat(output).containsOnlyOnce("Indexes are being built, and trace points stored meanwhile");
    }

    @Test
    void overAClientWithoutATimeLimitNoInsertWaitsForEver() {
        CountDownLatch over = new CountDownLatch(1);
        mongo.interfere((command, query) -> {
            if (command.equalsIgnoreCase("insert")) {
                awaitQuietly(over);
            }
            return null;
        });
        try (TraceStore store = new MongoTraceStore(
                new SharedMongoAccess(mongo.client(), Duration.ofSeconds(1)), StoreOptions.defaults())) {
            assertThatThrownBy(() -> store.append(SampleTraces.span("one", "one", "wsgi", 1)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("the application's MongoDB does not answer: ");
        } finally {
            over.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuse(Document... keys) {
        mongo.interfere((command, query) -> {
            if (command.equalsIgnoreCase("createIndexes") && mentions(query.toString(), keys)) {
                throw new MongoServerError(INDEX_OPTIONS_CONFLICT, "refused");
            }
            return null;
        });
    }

    private static boolean mentions(String command, Document... keys) {
        return List.of(keys).stream()
                .anyMatch(key -> inOrder(key.keySet()).matcher(command).find());
    }

    private static Pattern inOrder(Set<String> members) {
        return Pattern.compile(
                members.stream().map(member -> '"' + member + '"').collect(Collectors.joining(".*")));
    }

    private static List<String> warnings(CapturedOutput output) {
        return output.getOut().lines().filter(line -> line.contains("No index")).toList();
    }

    private static void appendWithRetention() {
        append(new StoreOptions(true, Duration.ofDays(7), Duration.ofSeconds(5)));
    }

    private static void append(StoreOptions options) {
        TracePoint failed = new TracePoint(
                "wsgi-stop",
                "base",
                "trace",
                "base",
                "2026-01-31T00:00:00.000000",
                Map.of("etype", "ValueError", "message", "boom"),
                "demo",
                "api");
        try (TraceStore store = TraceStores.open(new ConnectionString(mongo.connectionString()), options)) {
            store.append(List.of(failed));
            if (options.filterErrorTrace()) {
                assertThat(store.list(TraceQuery.failed()))
                        .extracting(TraceSummary::baseId, TraceSummary::timestamp)
                        .containsExactly(tuple("base", "2026-01-31T00:00:00.000000"));
            }
        }
    }

    private static List<Document> keys(String collection) {
        return collection(collection)
                .listIndexes()
                .map(index -> index.get("key", Document.class))
                .into(new ArrayList<>());
    }

    private static int ttl(String collection) {
        return collection(collection).listIndexes().into(new ArrayList<>()).stream()
                .filter(index -> index.get("key").equals(EXPIRE_AT))
                .map(index -> ((Number) index.get("expireAfterSeconds")).intValue())
                .findFirst()
                .orElseThrow();
    }

    private static MongoCollection<Document> collection(String name) {
        return mongo.client().getDatabase("osprofiler").getCollection(name);
    }
}
