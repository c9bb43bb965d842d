// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.AppendResult;
import java.nio.file.Path;
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

    /** SQLite takes texts of any length. */
    @Override
    AppendResult refusalOfOne() {
        return AppendResult.allStored(5);
    }
}
