// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.TracePointJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of texts, inserted into OSprofiler's table.
 *
 * @param json how a text becomes the JSON column's value
 */
record JdbcBatches(Connection connection, String json) implements RawClient {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public BulkInsert encoded(List<TracePoint> batch) {
        List<@Nullable String[]> rows = batch.stream().map(JdbcBatches::row).toList();
        return () -> insert(rows);
    }

    private static @Nullable String[] row(TracePoint point) {
        String data = JSON.writeValueAsString(TracePointJson.write(Map.of("info", point.info())));
        return new @Nullable String[] {
            point.timestamp(),
            point.baseId(),
            point.parentId(),
            point.traceId(),
            point.project(),
            point.host(),
            point.service(),
            point.name(),
            data
        };
    }

    private void insert(List<@Nullable String[]> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO data (timestamp, base_id, parent_id, trace_id, project, host, service, name, data)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, " + json + ")")) {
            for (@Nullable String[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    insert.setString(column + 1, row[column]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
