// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2TraceStoreTest extends JdbcStoreContract {

    @TempDir
    static Path folder;

    @Override
    String connectionString() {
        return "jdbc:h2:file:" + folder.resolve("traces");
    }

    @Override
    public String product() {
        return "H2";
    }

    @Override
    JdbcClient sql() {
        return clientOf(connectionString());
    }
}
