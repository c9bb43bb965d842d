// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads and deletes traces. */
final class Traces {

    private final Database database;
    private final OccasionalLog foreign = new OccasionalLog(LoggerFactory.getLogger(Traces.class));

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
    long delete(String baseId) {
        return database.template().update("DELETE FROM " + Statements.POINTS + " WHERE base_id = ?", baseId);
    }

    private void addReadable(List<TracePoint> points, ResultSet row) throws SQLException {
        try {
            points.add(PointRows.read(row));
        } catch (IllegalArgumentException unreadable) {
            foreign.warn("A row of " + database.address() + " is left out: " + unreadable.getMessage());
        }
    }
}
