// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.internal.VisibleText;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes the indexes of the table of trace points where they are missing. A database that builds one over many rows does so
 * for longer than a call waits, and goes on when nobody does: then it is looked again later, and ever later where it was in
 * vain. PostgreSQL is asked to let rows in meanwhile, by one of all that write, and of a try that failed nothing is left.
 */
final class PointIndexes {

    /** What there is now. */
    record Made(boolean unique, boolean building) {}

    private static final Logger logger = LoggerFactory.getLogger(PointIndexes.class);

    private static final String BESIDE_WRITERS = "CONCURRENTLY ";

    private static final int MOST_DOUBLINGS = 6;

    /** So many for the same index have no answer where that takes its time. */
    private static final int USUAL_TRIES = 2;

    /** Any number that others do not lock, too: of the bytes of "profiler". */
    private static final long LOCK = 0x7072_6f66_696c_6572L;

    private final Database database;
    private final Schema schema;
    private final LongSupplier nanoTime;
    private boolean building;
    private String awaited = "";
    private int unansweredTries;
    private long lookedNanos;

    PointIndexes(Database database, Schema schema) {
        this(database, schema, System::nanoTime);
    }

    PointIndexes(Database database, Schema schema, LongSupplier nanoTime) {
        this.database = database;
        this.schema = schema;
        this.nanoTime = nanoTime;
    }

    /** Makes those that are missing, unless they were being built a moment ago. */
    synchronized Made make() {
        if (!building || isDue()) {
            building = false;
            makeMissing();
            unansweredTries = building ? unansweredTries : 0;
            lookedNanos = nanoTime.getAsLong();
        }
        return new Made(schema.indexes().contains(Statements.UNIQUE_INDEX), building);
    }

    /** Whether those that were being built are to be looked at again. */
    synchronized boolean isDue() {
        return nanoTime.getAsLong() - lookedNanos >= TimeUnit.MINUTES.toNanos(pauseMinutes());
    }

    /** Twice as long after each try that the database did not answer. */
    private int pauseMinutes() {
        return 1 << Math.max(0, Math.min(unansweredTries - 1, MOST_DOUBLINGS));
    }

    private void makeMissing() {
        List<String> missing = schema.missingIndexes();
        if (missing.isEmpty()) {
            return;
        }
        if (database.address().dialect() == Dialect.POSTGRESQL && hasRows()) {
            makeBesideWriters(missing);
        } else {
            makeEach(missing, database.template(), "");
        }
    }

    private boolean hasRows() {
        return Boolean.TRUE.equals(database.template()
                .queryForObject("SELECT EXISTS (SELECT 1 FROM " + Statements.POINTS + ")", Boolean.class));
    }

    /** The lock ends with its connection, which lasts as long as the server is at work for it. */
    private void makeBesideWriters(List<String> missing) {
        database.template().execute((ConnectionCallback<Boolean>) connection -> {
            JdbcTemplate own = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            building = !Boolean.TRUE.equals(own.queryForObject("SELECT pg_try_advisory_lock(?)", Boolean.class, LOCK));
            if (!building) {
                makeEach(missing, own, BESIDE_WRITERS);
            }
            if (!building) {
                own.queryForObject("SELECT pg_advisory_unlock(?)", Boolean.class, LOCK);
            }
            return true;
        });
    }

    private void makeEach(List<String> missing, JdbcTemplate template, String how) {
        for (String index : missing) {
            make(template, index, how);
            if (building) {
                return;
            }
        }
    }

    private void make(JdbcTemplate template, String index, String how) {
        String statement = Statements.createIndex(index, how);
        try {
            dropWhatIsLeft(template, index, how);
            template.execute(statement);
        } catch (DataAccessException refused) {
            building = Causes.isLateAnswer(refused);
            if (building) {
                unansweredTries = index.equals(awaited) ? unansweredTries + 1 : 1;
                awaited = index;
                tellOfBuilding(index, statement);
            } else if (!schema.indexes().contains(index)) {
                tellOfRefusal(index, statement, refused);
                tryToDropWhatIsLeft(template, index, how);
            }
        }
    }

    private void tellOfBuilding(String index, String statement) {
        if (unansweredTries <= USUAL_TRIES) {
            logger.info("{} builds its index {}, and takes trace points meanwhile", database.address(), index);
        } else {
            logger.warn(
                    "{} did not answer in time when it was asked for its index {}, {} times by now: it takes long, or rows that"
                            + " are there twice keep it from being built. It is asked again in {} minutes ({})",
                    database.address(),
                    index,
                    unansweredTries,
                    pauseMinutes(),
                    statement);
        }
    }

    private void tryToDropWhatIsLeft(JdbcTemplate template, String index, String how) {
        try {
            dropWhatIsLeft(template, index, how);
        } catch (DataAccessException stays) {
            logger.debug("What is left of index {} stays", index, stays);
        }
    }

    private void tellOfRefusal(String index, String statement, DataAccessException refused) {
        logger.warn(
                "{} takes no index, so {}: {} ({})",
                database.address(),
                index.equals(Statements.UNIQUE_INDEX)
                        ? "trace points are stored more slowly"
                        : "traces are found more slowly",
                VisibleText.inMessage(Causes.inOneLine(refused)),
                statement);
    }

    /** An index that could not be built beside writers is kept. One of another table may have its name. */
    private void dropWhatIsLeft(JdbcTemplate template, String index, String how) {
        if (how.equals(BESIDE_WRITERS) && schema.invalidIndexes().contains(index)) {
            template.execute("DROP INDEX " + how + "IF EXISTS " + index);
        }
    }
}
