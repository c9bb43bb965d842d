// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2TraceStoreTest extends JdbcStoreContract implements IdConflictContract {

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

    @Override
    public void spoilIds() {
        sql().sql("ALTER TABLE data ALTER COLUMN id RESTART WITH 1").update();
    }

    @Test
    void aDatabaseInMemoryIsThereWhenNobodyIsConnected() {
        ConnectionString inMemory = new ConnectionString("jdbc:h2:mem:" + UUID.randomUUID());
        try (TraceStore store = TraceStores.open(inMemory, StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
        }

        try (TraceStore store = TraceStores.open(inMemory, StoreOptions.defaults())) {
            assertThat(store.read("base")).hasSize(2);
        }
    }
}
