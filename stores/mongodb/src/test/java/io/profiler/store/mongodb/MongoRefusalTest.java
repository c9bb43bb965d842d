// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a server refuses, and what then becomes of the batch. */
@ExtendWith(OutputCaptureExtension.class)
class MongoRefusalTest {

    private static final int UNAUTHORIZED = 13;
    private static final int OVERFLOW = 15;
    private static final int DOLLAR_PREFIXED_FIELD_NAME = 52;
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int NOT_PRIMARY = 10107;
    private static final int TOO_MANY_REQUESTS = 16500;
    private static final int UNKNOWN = 4711;

    @RegisterExtension
    static final MongoDbServer mongo = new MongoDbServer();

    private TraceStore store;

    @BeforeEach
    void open() {
        store = TraceStores.open(
                new ConnectionString(mongo.connectionString()), new StoreOptions(true, null, Duration.ofSeconds(5)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDocumentThatTheServerRefusesIsRejectedAndLogged(CapturedOutput output) {
        mongo.interfere((command, query) -> isInsert(command) ? refusedFirst(DOLLAR_PREFIXED_FIELD_NAME) : null);

        assertThat(store.append(List.of(point("a", Map.of("$x", 1)), point("b", Map.of()))))
                .returns(1, AppendResult::stored)
                .returns(1, result -> result.rejections().size());
        store.append(List.of(point("c", Map.of("$x", 1))));

        assertThat(output.getOut().lines().filter(line -> line.contains("is dropped")))
                .singleElement()
                .asString()
                .contains("trace-a:a-start", "osprofiler.profiler", "no\\ngood");
    }

    @ParameterizedTest
    @ValueSource(ints = {OUT_OF_DISK_SPACE, TOO_MANY_REQUESTS, UNKNOWN})
    void whatAServerRefusesForItsOwnStateIsTriedAgain(int code) {
        mongo.interfere((command, query) -> isInsert(command) ? refusedFirst(code) : null);

        assertUnavailable();
    }

    @Test
    void whatIsLabelledAsPassingIsTriedAgainWhateverItsCode() {
        mongo.interfere((command, query) -> isInsert(command)
                ? refusedFirst(DOLLAR_PREFIXED_FIELD_NAME).append("errorLabels", List.of("RetryableWriteError"))
                : null);

        assertUnavailable();
    }

    @Test
    void aCommandThatFailsIsTriedAgain() {
        refuse("insert", "profiler", UNAUTHORIZED);

        assertUnavailable();
    }

    @Test
    void aDocumentThatSpoilsTheWholeCommandIsRejectedAlone() {
        mongo.interfere(MongoRefusalTest::refuseDeep);

        assertThat(store.append(List.of(point("a", Map.of("deep", 1)), point("b", Map.of()), point("c", Map.of()))))
                .returns(2, AppendResult::stored)
                .returns(1, result -> result.rejections().size());
        assertThat(store.read("base")).hasSize(2);
    }

    @Test
    void oneDocumentThatSpoilsACommandOfAThousandCostsAFewCalls() {
        AtomicInteger inserts = new AtomicInteger();
        mongo.interfere((command, query) -> {
            inserts.addAndGet(isInsert(command) ? 1 : 0);
            return refuseDeep(command, query);
        });

        List<TracePoint> points = IntStream.range(0, 1_000)
                .mapToObj(i -> point("p" + i, i == 617 ? Map.of("deep", 1) : Map.of()))
                .toList();
        assertThat(store.append(points)).returns(999, AppendResult::stored).returns(1, AppendResult::rejected);
        assertThat(inserts).hasValueLessThanOrEqualTo(21);
    }

    @Test
    void withoutRightsOnTheIndexOfFailedTracesTheBatchIsStored(CapturedOutput output) {
        refuse("update", "profiler_error", UNAUTHORIZED);

        assertThat(store.append(List.of(failedPoint()))).isEqualTo(AppendResult.allStored(1));
        assertThat(store.append(List.of(failedPoint()))).isEqualTo(AppendResult.allStored(1));

        assertThat(store.read("base")).hasSize(1);
        assertThat(output.getOut().lines().filter(line -> line.contains("not listed in profiler_error")))
                .hasSize(1);
    }

    @Test
    void anIndexOfFailedTracesThatIsAwayIsTriedAgainWithTheNextBatch() {
        refuse("update", "profiler_error", NOT_PRIMARY);
        assertThat(store.append(List.of(failedPoint()))).isEqualTo(AppendResult.allStored(1));

        mongo.interfere((command, query) -> null);
        store.append(List.of(point("b", Map.of())));

        assertThat(store.list(TraceQuery.failed())).hasSize(1);
    }

    @Test
    void aDocumentThatIsNoTracePointForgesNoLineOfTheLog(CapturedOutput output) {
        store.append(List.of(point("a", Map.of())));
        var points = mongo.client().getDatabase("osprofiler").getCollection("profiler");
        for (int i = 0; i < 100; i++) {
            points.insertOne(new org.bson.Document("_id", i + "\u001b]0;title\u0007\r\n2026-01-01 ERROR forged")
                    .append("base_id", "base"));
        }

        assertThat(store.read("base")).hasSize(1);
        assertThat(store.read("base")).hasSize(1);

        assertThat(output.getOut().lines().filter(line -> line.contains("is left out")))
                .singleElement()
                .asString()
                .contains("Document 0\\x1b]0;title\\x07\\r\\n2026-01-01 ERROR forged in ");
    }

    @Test
    void whatAServerSaysIsShownAsItIs() {
        mongo.interfere((command, query) -> {
            if (isInsert(command)) {
                throw new MongoServerError(UNAUTHORIZED, "no \u001b[31mright\u202e");
            }
            return null;
        });

        assertThatThrownBy(() -> store.append(List.of(point("a", Map.of()))))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageEndingWith("no \\x1b[31mright\\u202e");
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> store.append(List.of(point("a", Map.of()))))
                .isInstanceOf(StoreUnavailableException.class);
    }

    private static void refuse(String refused, String collection, int code) {
        mongo.interfere((command, query) -> {
            if (command.equalsIgnoreCase(refused) && collection.equals(query.get(refused))) {
                throw new MongoServerError(code, "refused");
            }
            return null;
        });
    }

    private static Document refuseDeep(String command, Document query) {
        if (isInsert(command) && query.toString().contains("deep")) {
            throw new MongoServerError(OVERFLOW, "nested too deeply");
        }
        return null;
    }

    private static boolean isInsert(String command) {
        return command.equalsIgnoreCase("insert");
    }

    private static Document refusedFirst(int code) {
        Document error = new Document("index", 0).append("code", code).append("errmsg", "no\ngood");
        return new Document("ok", 1.0).append("n", 1).append("writeErrors", List.of(error));
    }

    private static TracePoint failedPoint() {
        return point("a", Map.of("etype", "ValueError", "message", "boom"));
    }

    private static TracePoint point(String name, Map<String, Object> info) {
        return new TracePoint(
                name + "-start", "base", "trace-" + name, "base", "2026-01-31T00:00:00.000000", info, "demo", "api");
    }
}
