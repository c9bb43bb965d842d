// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads traces, and lists of them. */
final class Traces {

    private static final Logger logger = LoggerFactory.getLogger(Traces.class);

    private final Database database;

    Traces(Database database) {
        this.database = database;
    }

    /** In the order of their arrival; databases may ignore the case of an id. */
    List<TracePoint> read(String baseId) {
        List<TracePoint> points = new ArrayList<>();
        RowCallbackHandler addReadable = row -> addReadable(points, row);
        database.template().query(Statements.readTrace(), addReadable, baseId);
        points.removeIf(point -> !point.baseId().equals(baseId));
        return points;
    }

    private void addReadable(List<TracePoint> points, ResultSet row) throws SQLException {
        try {
            points.add(PointRows.read(row));
        } catch (IllegalArgumentException foreign) {
            logger.warn("A row of {} is left out: {}", database.address(), foreign.getMessage());
        }
    }

    List<TraceSummary> all() {
        return summaries("SELECT base_id, MIN(timestamp) FROM data GROUP BY base_id ORDER BY 2, 1");
    }

    List<TraceSummary> failed() {
        return summaries("SELECT base_id, timestamp FROM profiler_error ORDER BY 2, 1");
    }

    private List<TraceSummary> summaries(String query) {
        return database.template()
                .query(
                        query,
                        (row, number) ->
                                new TraceSummary(String.valueOf(row.getString(1)), String.valueOf(row.getString(2))));
    }
}
