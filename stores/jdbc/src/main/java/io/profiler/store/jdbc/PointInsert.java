// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.jdbc.PointRows.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
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
        for (TracePoint point : points) {
            try {
                rows.add(Row.of(point));
            } catch (IllegalArgumentException unwritable) {
                reject(point, unwritable.getMessage());
            }
        }
        int stored = rows.isEmpty() || areNew(rows) ? rows.size() : stored(rows);
        return new AppendResult(stored, points.size() - stored);
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
            if (!Refusals.isOfRows(refused)) {
                throw refused;
            }
            return false;
        }
    }

    /** By halves, until the rows that are refused stand alone. */
    private int stored(List<Row> rows) {
        try {
            insertAtOnce(rows);
            return rows.size();
        } catch (DataAccessException refused) {
            if (!Refusals.isOfRows(refused)) {
                throw refused;
            }
            if (rows.size() == 1) {
                return storedAlone(rows.get(0).point(), refused);
            }
            int half = rows.size() / 2;
            return stored(rows.subList(0, half)) + stored(rows.subList(half, rows.size()));
        }
    }

    private void insertAtOnce(List<Row> rows) {
        database.atOnce(template -> insert(template, rows));
    }

    /** MariaDB refuses batches of inserts that select. */
    private void insert(JdbcTemplate template, List<Row> rows) {
        if (batched) {
            template.batchUpdate(statement, rows, rows.size(), parameters);
        } else {
            rows.forEach(row -> template.update(statement, insert -> parameters.setValues(insert, row)));
        }
    }

    /** A duplicate is a point that another writer has stored at this very moment. */
    private int storedAlone(TracePoint point, DataAccessException refused) {
        if (refused instanceof DuplicateKeyException) {
            return 1;
        }
        reject(point, Causes.inOneLine(refused));
        return 0;
    }

    private void reject(TracePoint point, @Nullable String reason) {
        warning.warn("Trace point " + point.name() + " of span " + point.traceId() + " is dropped: "
                + database.address() + " does not take it: " + reason);
    }
}
