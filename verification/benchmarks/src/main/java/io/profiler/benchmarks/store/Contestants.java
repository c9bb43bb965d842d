// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceWriter;
import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * A running backend with two ways into it, each to a target of its own that has the same indexes.
 *
 * @param store ours
 * @param raw the backend's own client
 * @param server stopped after both
 */
record Contestants(TraceWriter store, RawClient raw, Closeable server) implements AutoCloseable {

    static TraceWriter open(String connectionString) {
        return TraceStores.openAll(new ConnectionString(connectionString), StoreOptions.defaults())
                .writers()
                .get(0);
    }

    void append(List<TracePoint> batch) {
        int stored = store.append(batch).stored();
        if (stored != batch.size()) {
            throw new IllegalStateException("%s stored %s of %s points".formatted(store, stored, batch.size()));
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        try (server;
                raw) {
            store.close();
        }
    }
}
