// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.recordings.Recordings;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Tables that OSprofiler's driver made and filled. */
class RecordedRowsTest {

    private static final String RECORDED_TRACE = "21636369-8b52-4b4a-97b7-50923ceb3ffd";

    @RegisterExtension
    static final PostgresServer postgres = new PostgresServer();

    private final JdbcClient sql = JdbcStoreContract.clientOf(postgres.jdbcUrl());

    @BeforeEach
    void restoreRows() {
        sql.sql("DROP TABLE IF EXISTS data").update();
        execute(sql, "postgresql-create-statements.sql");
        for (Object recorded :
                JsonMapper.shared().readValue(Recordings.text("sqlalchemy/postgresql-rows.json"), List.class)) {
            sql.sql(
                            "INSERT INTO data VALUES (:id, :timestamp, :base_id, :parent_id, :trace_id, :project, :host, :service,"
                                    + " :name, CAST(:data AS JSON))")
                    .paramSource(recorded)
                    .update();
        }
    }

    @Test
    void readsWhatOsprofilerWroteToPostgresql() {
        try (TraceStore store = open("postgresql://postgres@127.0.0.1:" + postgres.port() + "/postgres")) {
            assertThat(store.read(RECORDED_TRACE))
                    .extracting(TracePoint::name)
                    .containsExactly("wsgi-start", "db-start", "db-stop", "wsgi-stop");
            assertThat(store.read(RECORDED_TRACE).get(1).info())
                    .containsEntry("db", Map.of("statement", "SELECT \"x\" FROM t WHERE n = 'ž'", "params", "{}"));
            assertThat(store.list(TraceQuery.all())).hasSize(2);
            assertThat(store.list(TraceQuery.failed())).isEmpty();
        }
    }

    @Test
    void writesIntoATableThatOsprofilerMade() {
        try (TraceStore store = open(postgres.jdbcUrl())) {
            List<TracePoint> recorded = store.read(RECORDED_TRACE);

            store.append(recorded);

            assertThat(store.read(RECORDED_TRACE)).isEqualTo(recorded);
        }
        assertThat(sql.sql("SELECT COUNT(*) FROM data").query(Long.class).single())
                .isEqualTo(5);
    }

    /** But for ids that do not run out after two billion points. */
    @Test
    void theTableThatItMakesIsOsprofilersOwn() {
        sql.sql("ALTER TABLE data ALTER COLUMN id TYPE BIGINT").update();
        List<Map<String, Object>> recorded = columns();
        sql.sql("DROP TABLE data").update();
        try (TraceStore store = open(postgres.jdbcUrl())) {
            store.append(List.of(new TracePoint(
                    "wsgi-start", "b", "t", "b", "2026-01-31T00:00:00.000000", Map.of("host", "h"), "p", "s")));
        }

        assertThat(columns()).isEqualTo(recorded);
    }

    private List<Map<String, Object>> columns() {
        return sql.sql("SELECT column_name, data_type, character_maximum_length, is_nullable, column_default"
                        + " FROM information_schema.columns WHERE table_name = 'data' ORDER BY ordinal_position")
                .query()
                .listOfRows();
    }

    @Test
    void readsWhatOsprofilerWroteToSqlite(@TempDir Path folder) {
        String file = folder.resolve("os.db").toString();
        execute(JdbcStoreContract.clientOf("jdbc:sqlite:" + file), "sqlite-dump.sql");

        try (TraceStore store = open("sqlite:///" + file)) {
            assertThat(store.read("b8a1abcd-1a69-46c7-8da4-f9fc3c6da5d7")).hasSize(4);
        }
    }

    private static TraceStore open(String connectionString) {
        return TraceStores.open(new ConnectionString(connectionString), StoreOptions.defaults());
    }

    private static void execute(JdbcClient client, String script) {
        for (String statement : Recordings.text("sqlalchemy/" + script).split(";\n")) {
            if (!statement.matches("BEGIN TRANSACTION|COMMIT")) {
                client.sql(statement).update();
            }
        }
    }
}
