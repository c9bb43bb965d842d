// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.BoundedPoints;
import io.profiler.store.ReadLimit;
import io.profiler.store.TraceTooLargeException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads and deletes traces. */
final class Traces {

    private final Database database;
    private final Statements statements;
    private final OccasionalLog foreign = new OccasionalLog(LoggerFactory.getLogger(Traces.class));

    Traces(Database database) {
        this.database = database;
        this.statements = new Statements(database.address().dialect());
    }

    /** In the order of their arrival. Drivers read a whole result before they give its first row. */
    List<TracePoint> read(String baseId, ReadLimit limit) {
        BoundedPoints points = new BoundedPoints(baseId, limit);
        RowCallbackHandler addReadable = row -> addReadable(points, baseId, row);
        if (limit.equals(ReadLimit.NONE)) {
            database.template().query(Statements.readTrace(), addReadable, baseId);
        } else {
            long oneMore = Math.min(Integer.MAX_VALUE, limit.points()) + 1;
            requireWithin(limit, baseId, oneMore);
            database.template().query(Statements.readTrace() + " LIMIT ?", addReadable, baseId, oneMore);
        }
        return points.toList();
    }

    private void requireWithin(ReadLimit limit, String baseId, long oneMore) {
        RowCallbackHandler size = row -> {
            if (row.getLong(1) > limit.points() || row.getLong(2) > limit.characters()) {
                throw new TraceTooLargeException(baseId, limit);
            }
        };
        database.template().query(statements.sizeOfTrace(), size, baseId, oneMore);
    }

    /** Each row has a higher id than those that were there before. */
    String newestId() {
        return String.valueOf(
                database.template().queryForObject("SELECT MAX(id) FROM " + Statements.POINTS, Long.class));
    }

    /** How many points it had. */
    long delete(String baseId) {
        return database.template().update(statements.deletePoints(), statements.idOfTrace(baseId));
    }

    /** Databases may ignore the case of an id. */
    private void addReadable(BoundedPoints points, String baseId, ResultSet row) throws SQLException {
        try {
            TracePoint point = PointRows.read(row);
            if (point.baseId().equals(baseId)) {
                points.add(point);
            }
        } catch (IllegalArgumentException unreadable) {
            foreign.warn("A row of " + database.address() + " is left out: " + unreadable.getMessage());
        }
    }
}
