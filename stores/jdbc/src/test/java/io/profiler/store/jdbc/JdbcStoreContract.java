// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.Rejection;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import io.profiler.test.StatusContract;
import io.profiler.test.TraceStoreContract;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the store has to do on every database. */
@ExtendWith(OutputCaptureExtension.class)
abstract class JdbcStoreContract extends TraceStoreContract implements StatusContract {

    private static final String CUTOFF = "2026-01-31T12:00:00.000000";

    /** Where an empty database is. */
    abstract String connectionString();

    /** The same for the test's own look at it. */
    abstract JdbcClient sql();

    static JdbcClient clientOf(String jdbcUrl) {
        return JdbcClient.create(new DriverManagerDataSource(jdbcUrl));
    }

    @Override
    public TraceStore createStore(StoreOptions options) {
        return TraceStores.open(new ConnectionString(connectionString()), options);
    }

    @Override
    public void breakErrorIndex() {
        sql().sql("DROP TABLE profiler_error").update();
        sql().sql("CREATE TABLE profiler_error (a INTEGER)").update();
    }

    @BeforeEach
    @AfterEach
    void dropTables() {
        sql().sql("DROP TABLE IF EXISTS data").update();
        sql().sql("DROP TABLE IF EXISTS profiler_error").update();
    }

    @Test
    void aTableWithoutOurIndexIsByOthers() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
            dropUniqueIndex();

            assertThat(store.status().missingIndexes()).containsExactly("ux_data_trace_id_name");
            assertThat(store.status().writers()).startsWith("OSprofiler or another");
        }
    }

    /** It is added up once, not again for each of its points, which would take minutes. */
    @Test
    @Timeout(120)
    void aTraceOfTenThousandSpansIsListed() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            for (int batch = 0; batch < 20; batch++) {
                store.append(IntStream.range(0, 500)
                        .boxed()
                        .flatMap(second -> span("base", "root", "db", second).stream())
                        .toList());
            }

            assertThat(store.list(TraceQuery.all()))
                    .extracting(TraceSummary::spans)
                    .containsExactly(10_000L);
        }
    }

    /** A list reads thousands of them. */
    @Test
    void aListFetchesNoLargePoint() {
        TracePoint start = span("base", "base", "wsgi", 1).get(0);
        TracePoint large = new TracePoint(
                start.name(),
                start.baseId(),
                start.traceId(),
                start.parentId(),
                start.timestamp(),
                Map.of("request", Map.of("method", "GET", "path", "/" + "x".repeat(1 << 16))),
                start.project(),
                start.service());
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(List.of(large));

            assertThat(store.list(TraceQuery.all()))
                    .extracting(TraceSummary::name)
                    .containsExactly("wsgi");
            assertThat(store.read("base")).containsExactly(large);
        }
    }

    /** Else two megabytes in a table would be gigabytes in whoever lists it. */
    @Test
    void aListFetchesARowForEachTraceWhateverItsPointsHaveInCommon() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            for (int trace = 0; trace < 5; trace++) {
                store.append(atOneMoment("trace-" + trace));
            }
        }
        JdbcAddress address = JdbcAddress.of(new ConnectionString(connectionString()));
        FetchedTexts fetched =
                new FetchedTexts(new DriverManagerDataSource(address.driverUrl(), address.driverProperties()));

        List<TraceSummary> traces =
                new JdbcCatalogue(new JdbcTemplate(fetched), address.dialect(), false).allSummaries();

        assertThat(traces)
                .hasSize(5)
                .allSatisfy(trace -> assertThat(trace)
                        .returns("at-0", TraceSummary::name)
                        .returns(1_000L, TraceSummary::spans)
                        .returns(404, TraceSummary::status));
        assertThat(fetched.rows()).isLessThan(50);
        assertThat(fetched.mostCharacters()).isLessThanOrEqualTo(4L << 20);
    }

    /** A thousand starts, and an end of nearly a megabyte. */
    private static List<TracePoint> atOneMoment(String baseId) {
        TracePoint pattern = span(baseId, "parent", "wsgi", 1).get(0);
        List<TracePoint> points = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            points.add(new TracePoint(
                    "at-" + i + "-start",
                    baseId,
                    baseId + i,
                    i == 0 ? baseId : "parent",
                    pattern.timestamp(),
                    i == 0 ? Map.of("request", Map.of("method", "", "path", "at-0")) : Map.of(),
                    null,
                    null));
        }
        Map<String, Object> answer = Map.of("response", Map.of("status", 404), "samples", "x".repeat(900_000));
        points.add(new TracePoint(
                "at-0-stop", baseId, baseId + 0, baseId, pattern.timestamp(), new LinkedHashMap<>(answer), null, null));
        return points;
    }

    @Test
    void aListFetchesNoAnswersThatAreManyOrLong() {
        TracePoint pattern = span("base", "base", "wsgi", 1).get(0);
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(List.of(pattern, span("base", "base", "wsgi", 2).get(0)));
            for (int i = 0; i < 20; i++) {
                store.append(List.of(new TracePoint(
                        "again-" + i + "-stop",
                        "base",
                        pattern.traceId(),
                        "base",
                        pattern.timestamp(),
                        Map.of("response", Map.of("status", 404, "x", "x".repeat(500_000))),
                        null,
                        null)));
            }
            store.append(List.of(new TracePoint(
                    "wsgi-stop",
                    "long",
                    "long",
                    "long",
                    pattern.timestamp(),
                    Map.of("response", Map.of("status", 404, "x", "x".repeat(1_100_000))),
                    null,
                    null)));
        }
        JdbcAddress address = JdbcAddress.of(new ConnectionString(connectionString()));
        FetchedTexts fetched =
                new FetchedTexts(new DriverManagerDataSource(address.driverUrl(), address.driverProperties()));

        assertThat(new JdbcCatalogue(new JdbcTemplate(fetched), address.dialect(), false).allSummaries())
                .extracting(TraceSummary::baseId, TraceSummary::requests, TraceSummary::status)
                .containsExactlyInAnyOrder(tuple("base", 2L, 404), tuple("long", 1L, null));
        assertThat(fetched.mostCharacters()).isLessThan(1 << 20);
    }

    @Test
    void readingMakesNoTable() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThat(store.read("base")).isEmpty();
        }

        assertThatThrownBy(() -> sql().sql("SELECT 1 FROM data").query().listOfRows())
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void writesTheJsonOfOsprofilersDriverInItsJsonColumn() {
        TracePoint point = span("base", "parent", "wsgi", 1).get(0);

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(List.of(point));
        }

        Map<String, Object> row = sql().sql("SELECT host, service, name, CAST(data AS CHAR(100)) AS data FROM data")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("host", "host-1")
                .containsEntry("service", "api")
                .containsEntry("name", "wsgi-start");
        assertThat(String.valueOf(row.get("data")).strip())
                .isEqualTo("\"{\\\"info\\\":{\\\"host\\\":\\\"host-1\\\"}}\"");
    }

    @Test
    void theApplicationsOwnConnectionsHaveTheLimitThatTheyHad() {
        DriverManager.setLoginTimeout(17);
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));

            assertThat(DriverManager.getLoginTimeout()).isEqualTo(17);
        } finally {
            DriverManager.setLoginTimeout(0);
        }
    }

    /** The command has one connection for all that it asks. */
    @Test
    void whatIsRefusedAtOnceKeepsNothingThatComesLater() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
        }
        StoreOptions ofTheCommand = new StoreOptions(false, null, Duration.ofSeconds(5), true);
        try (Database database = new Database(JdbcAddress.of(new ConnectionString(connectionString())), ofTheCommand)) {
            assertThatThrownBy(() -> database.atOnce(template -> {
                        template.update("DELETE FROM data WHERE name = 'wsgi-start'");
                        template.update("DELETE FROM nowhere");
                    }))
                    .isInstanceOf(DataAccessException.class);
            database.template().update("DELETE FROM data WHERE name = 'wsgi-stop'");

            assertThat(sql().sql("SELECT name FROM data").query(String.class).list())
                    .containsExactly("wsgi-start");
        }
    }

    @Test
    void aPointThatDoesNotFitDoesNotTakeTheOthersWithIt(CapturedOutput output) {
        List<TracePoint> points = new ArrayList<>(span("base", "base", "wsgi", 1));
        points.add(1, tooLong(points.get(0)));
        points.addAll(span("base", "base", "db", 2));

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThat(store.append(points).rejections())
                        .allSatisfy(rejection -> assertThat(rejection.reason()).isNotBlank())
                        .extracting(Rejection::point)
                        .isEqualTo(refusedOf(points));
            }
            assertThat(store.read("base"))
                    .hasSize(points.size() - refusedOf(points).size());
        }
        assertThat(output.getOut().lines().filter(line -> line.contains("is dropped")))
                .hasSize(refusedOf(points).size());
    }

    List<TracePoint> refusedOf(List<TracePoint> points) {
        return List.of(points.get(1));
    }

    private static TracePoint tooLong(TracePoint point) {
        return new TracePoint(
                point.name(),
                point.baseId(),
                "x".repeat(256),
                point.parentId(),
                point.timestamp(),
                point.info(),
                point.project(),
                point.service());
    }

    @Test
    void thePoolHasNothingToSay(CapturedOutput output) {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
        }

        assertThat(output).doesNotContain("com.zaxxer", "c.z.h", "HikariPool", "PoolBase");
    }

    @Test
    void aTableThatHoldsDoublesTakesEachPointOnce(CapturedOutput output) {
        TracePoint point = span("base", "base", "wsgi", 1).get(0);
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(List.of(point));
        }
        dropUniqueIndex();
        for (int copy = 0; copy < 2; copy++) {
            sql().sql("INSERT INTO data (trace_id, name) VALUES ('double', 'x-start')")
                    .update();
        }

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            List<TracePoint> batch = new ArrayList<>(span("base", "base", "db", 2));
            batch.add(point);
            assertThat(store.append(batch)).isEqualTo(AppendResult.allStored(3));
            assertThat(store.append(batch)).isEqualTo(AppendResult.allStored(3));
            assertThat(store.read("base")).hasSize(3);
        }
        assertThat(output.getOut()).contains("trace points are stored more slowly");
    }

    void dropUniqueIndex() {
        sql().sql("DROP INDEX " + Statements.UNIQUE_INDEX).update();
    }

    @Test
    void anotherTableOfThatNameIsLeftAlone() {
        sql().sql("CREATE TABLE data (id INTEGER, base_id VARCHAR(255), temperature INTEGER)")
                .update();

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThatThrownBy(() -> store.append(span("base", "base", "wsgi", 1)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("has a table 'data' that is not OSprofiler's: it lacks data, host, name");
            assertThatThrownBy(() -> store.read("base")).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void whatIsOlderThanTheRetentionIsDeleted() {
        Instant now = Instant.parse("2026-02-07T12:00:00Z");
        JdbcAddress address = JdbcAddress.of(new ConnectionString(connectionString()));
        StoreOptions aWeek = new StoreOptions(true, Duration.ofDays(7), Duration.ofSeconds(5));
        try (TraceStore store = new JdbcTraceStore(address, aWeek, Clock.fixed(now, ZoneOffset.UTC))) {
            store.append(failedSpan("old", 3600));
        }
        try (TraceStore store = new JdbcTraceStore(address, aWeek, Clock.fixed(now, ZoneOffset.UTC))) {
            store.append(failedSpan("new", 12 * 3600));

            assertThat(store.read("old")).isEmpty();
            assertThat(failedTraces()).containsExactly("new");
            assertThat(store.read("new"))
                    .hasSize(2)
                    .allMatch(point -> point.timestamp().compareTo(CUTOFF) > 0);
        }
    }

    /** A listing would leave out an entry whose trace is gone. */
    private List<String> failedTraces() {
        return sql().sql("SELECT base_id FROM profiler_error")
                .query(String.class)
                .list();
    }

    @Test
    void thereIsAnIndexOnEveryColumnThatOsprofilerIndexes() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
        }

        Set<String> indexes;
        try (Database database =
                new Database(JdbcAddress.of(new ConnectionString(connectionString())), StoreOptions.defaults())) {
            indexes = new Schema(database).indexes();
        }
        assertThat(indexes)
                .contains(
                        "ix_data_timestamp",
                        "ix_data_base_id",
                        "ix_data_parent_id",
                        "ix_data_trace_id",
                        "ix_data_project",
                        "ix_data_host",
                        "ix_data_service",
                        "ix_data_name",
                        "ux_data_trace_id_name");
    }
}
