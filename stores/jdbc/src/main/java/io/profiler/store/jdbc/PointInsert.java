// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.Rejection;
import io.profiler.store.backend.Halving;
import io.profiler.store.jdbc.PointRows.Row;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/** Inserts rows by the batch, so that one which cannot be stored does not hold up the others. */
final class PointInsert {

    private final Database database;
    private final boolean unique;
    private final String ofNew;
    private final String statement;
    private final ParameterizedPreparedStatementSetter<Row> parameters;
    private final boolean batched;
    private final OccasionalLog warning;

    /**
     * @param unique whether the database itself keeps a point from being stored twice
     */
    PointInsert(Database database, boolean unique, OccasionalLog warning) {
        Dialect dialect = database.address().dialect();
        boolean byClause = unique && !dialect.conflicts.keepOld().isEmpty();
        Statements statements = new Statements(dialect);
        this.database = database;
        this.unique = unique;
        this.ofNew = statements.insertNewPoint();
        this.statement = byClause ? statements.insertPoint() : statements.insertAbsentPoint();
        this.parameters = byClause ? PointRows::set : PointRows::setWithCondition;
        this.batched = byClause || dialect != Dialect.MARIADB;
        this.warning = warning;
    }

    /**
     * @throws DataAccessException if the same points may be stored later
     */
    AppendResult insert(List<TracePoint> points) {
        List<Row> rows = new ArrayList<>(points.size());
        List<Rejection> rejections = new ArrayList<>();
        for (TracePoint point : points) {
            try {
                rows.add(Row.of(point));
            } catch (IllegalArgumentException unwritable) {
                rejections.add(rejection(point, String.valueOf(unwritable.getMessage())));
            }
        }
        if (!rows.isEmpty() && !areNew(rows)) {
            rejections.addAll(Halving.send(rows, this::insertAtOnce, Refusals::mayBeOfSome, this::refusedAlone));
        }
        return AppendResult.allBut(points.size(), rejections);
    }

    /** Nearly all batches are new, and to tell the database what to do else costs it a fifth of the time. */
    private boolean areNew(List<Row> rows) {
        if (!unique) {
            return false;
        }
        try {
            database.atOnce(template -> template.batchUpdate(ofNew, rows, rows.size(), PointRows::set));
            return true;
        } catch (DataAccessException refused) {
            if (!Refusals.mayBeOfSome(refused)) {
                throw refused;
            }
            return false;
        }
    }

    private List<Rejection> insertAtOnce(List<Row> rows) {
        database.atOnce(template -> insert(template, rows));
        return List.of();
    }

    /** MariaDB refuses batches of inserts that select. */
    private void insert(JdbcTemplate template, List<Row> rows) {
        if (batched) {
            template.batchUpdate(statement, rows, rows.size(), parameters);
        } else {
            rows.forEach(row -> template.update(statement, insert -> parameters.setValues(insert, row)));
        }
    }

    /** A conflict on anything but the point itself is the table's, and may pass. */
    private List<Rejection> refusedAlone(Row row, RuntimeException refused) {
        if (Refusals.isOfId(refused)) {
            throw refused;
        }
        return Refusals.isThere(refused) ? List.of() : List.of(rejection(row.point(), Causes.inOneLine(refused)));
    }

    private Rejection rejection(TracePoint point, String reason) {
        warning.warn("Trace point " + point.name() + " of span " + point.traceId() + " is dropped: "
                + database.address() + " does not take it: " + reason);
        return new Rejection(point, reason);
    }
}
