// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.TracePoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads and deletes traces. */
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

    /** How many points it had. */
    long delete(String baseId, boolean failedToo) {
        if (failedToo) {
            database.template().update("DELETE FROM " + Statements.FAILED + " WHERE base_id = ?", baseId);
        }
        return database.template().update("DELETE FROM " + Statements.POINTS + " WHERE base_id = ?", baseId);
    }

    private void addReadable(List<TracePoint> points, ResultSet row) throws SQLException {
        try {
            points.add(PointRows.read(row));
        } catch (IllegalArgumentException foreign) {
            logger.warn("A row of {} is left out: {}", database.address(), foreign.getMessage());
        }
    }
}
