// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that sorts as a language does, as PostgreSQL and MariaDB are mostly set up, and not by character codes. */
class CollationTest {

    @TempDir
    Path folder;

    @Test
    void theNewestTracesAreListedWhateverTheDatabaseSortsBy() {
        String url = "jdbc:h2:file:" + folder.resolve("traces");
        JdbcClient.create(new DriverManagerDataSource(url))
                .sql("SET COLLATION ENGLISH")
                .update();

        try (TraceStore store = TraceStores.open(new ConnectionString(url), StoreOptions.defaults())) {
            store.append(List.of(
                    point("older", "2026-01-31T00:00:00.000000"), point("newer", "2026-02-01T00:00:00.000000")));

            assertThat(store.list(TraceQuery.newest(1)))
                    .extracting(TraceSummary::baseId)
                    .containsExactly("newer");
        }
    }

    private static TracePoint point(String baseId, String timestamp) {
        return new TracePoint("wsgi-start", baseId, baseId, baseId, timestamp, Map.of("host", "h"), "demo", "api");
    }
}
