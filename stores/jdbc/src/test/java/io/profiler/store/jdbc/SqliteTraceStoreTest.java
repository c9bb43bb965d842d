// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.nio.file.Path;
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

    /** SQLite takes texts of any length. */
    @Override
    List<TracePoint> refusedOf(List<TracePoint> points) {
        return List.of();
    }
}
