// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class SqliteTraceStoreTest extends JdbcStoreContract {

    @TempDir
    static Path folder;

    @Override
    String connectionString() {
        return "sqlite:///" + folder.resolve("traces.db");
    }

    @Override
    public String product() {
        return "SQLite";
    }

    @Override
    JdbcClient sql() {
        return clientOf("jdbc:sqlite:" + folder.resolve("traces.db"));
    }

    @Test
    void anErrorIndexThatCouldNotBeMadeIsMadeLater() {
        sql().sql("CREATE TABLE another (a INTEGER)").update();
        sql().sql("CREATE INDEX profiler_error ON another (a)").update();
        StoreOptions listing =
                new StoreOptions(true, null, StoreOptions.defaults().connectTimeout());
        try (TraceStore store = createStore(listing)) {
            assertThat(store.append(failedSpan("failed", 2))).isEqualTo(AppendResult.allStored(2));
            sql().sql("DROP TABLE another").update();
            store.append(span("fine", "fine", "wsgi", 1));

            assertThat(store.list(TraceQuery.failed()))
                    .extracting(TraceSummary::baseId)
                    .containsExactly("failed");
        }
    }

    /** It would have the writer look at the whole schema again, and for a unique index at all rows. */
    @Test
    void aReaderThatFailsGivesTheWriterNothingToDo() throws SQLException {
        String impatient = connectionString() + "?busy_timeout=100";
        try (TraceStore store = TraceStores.open(new ConnectionString(impatient), StoreOptions.defaults())) {
            store.append(span("first", "first", "wsgi", 1));
            sql().sql("DROP INDEX ix_data_host").update();
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("traces.db"));
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
                assertThatThrownBy(() -> store.read("first")).isInstanceOf(StoreUnavailableException.class);
                statement.execute("ROLLBACK");
            }

            store.append(span("second", "second", "wsgi", 1));
            assertThat(store.status().missingIndexes()).containsExactly("ix_data_host");
        }
    }

    /** SQLite takes texts of any length. */
    @Override
    List<TracePoint> refusedOf(List<TracePoint> points) {
        return List.of();
    }
}
