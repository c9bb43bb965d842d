// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The index of failed traces: a row each, with the time of its last error. OSprofiler's SQL driver has none. */
final class FailedTraces {

    private final Database database;
    private final Schema schema;
    private final Statements statements;
    private final String statement;
    private final OccasionalLog notListed = new OccasionalLog(LoggerFactory.getLogger(FailedTraces.class));

    /** Null as long as the table could not be looked at. */
    private volatile @Nullable Boolean listed;

    FailedTraces(Database database, Schema schema) {
        this.database = database;
        this.schema = schema;
        this.statements = new Statements(database.address().dialect());
        this.statement = statements.putFailed();
    }

    /** Makes the table, if there is no other of its name. */
    void prepare() {
        listed = null;
        listed = schema.ensureFailed();
    }

    boolean areListed() {
        return Boolean.TRUE.equals(listed);
    }

    /** What failed to be prepared is prepared now. */
    void record(Map<String, String> lastErrorAt) {
        if (listed == null) {
            prepare();
        }
        if (areListed()) {
            recordAll(lastErrorAt);
        }
    }

    /** In the order of their ids, so that two writers cannot wait for each other's rows. */
    private void recordAll(Map<String, String> lastErrorAt) {
        List<Object[]> rows = new ArrayList<>();
        new TreeMap<>(lastErrorAt).forEach((baseId, timestamp) -> rows.add(new Object[] {baseId, timestamp}));
        try {
            database.template().batchUpdate(statement, rows);
        } catch (DataAccessException refused) {
            requireOfRows(refused);
            rows.forEach(this::recordAlone);
        }
    }

    private void recordAlone(Object[] row) {
        try {
            database.template().update(statement, row);
        } catch (DataAccessException refused) {
            requireOfRows(refused);
            notListed.warn("Failed trace " + row[0] + " is not listed in " + Statements.FAILED + " of "
                    + database.address() + ": " + Causes.inOneLine(refused));
        }
    }

    void delete(String baseId) {
        database.template().update(statements.deleteFailed(), statements.idOfTrace(baseId));
    }

    private void requireOfRows(DataAccessException refused) {
        if (!Refusals.mayBeOfSome(refused)) {
            throw new StoreUnavailableException(database.address() + " refuses: " + Causes.inOneLine(refused), refused);
        }
    }
}
