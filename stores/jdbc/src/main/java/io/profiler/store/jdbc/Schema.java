// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;

/** OSprofiler's table, made where it is missing. */
final class Schema {

    private static final Logger logger = LoggerFactory.getLogger(Schema.class);

    private static final String INVALID_INDEXES =
            "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                    + " WHERE i.indrelid = to_regclass('" + Statements.POINTS + "') AND NOT i.indisvalid";

    private final Database database;
    private final Statements statements;

    Schema(Database database) {
        this.database = database;
        this.statements = new Statements(database.address().dialect());
    }

    /**
     * Whether the table of trace points is there.
     *
     * @throws ForeignTableException if there is one of that name and another shape
     */
    boolean hasPoints() {
        Set<String> missing = new TreeSet<>(Statements.INDEXED_COLUMNS);
        missing.addAll(List.of("id", "data"));
        Set<String> present = columns(Statements.POINTS);
        missing.removeAll(present);
        if (!present.isEmpty() && !missing.isEmpty()) {
            throw new ForeignTableException(database.address() + " has a table '" + Statements.POINTS
                    + "' that is not OSprofiler's: it lacks " + String.join(", ", missing)
                    + "; give the traces a database of their own");
        }
        return !present.isEmpty();
    }

    /** Whether the index of failed traces is there, and not another table of its name. */
    boolean hasFailed() {
        return columns(Statements.FAILED).containsAll(Statements.FAILED_COLUMNS);
    }

    /** Makes the table of trace points, without its indexes. */
    void ensurePoints() {
        if (!hasPoints()) {
            createUnlessOtherDid(statements.createPoints(), Statements.POINTS);
        }
    }

    /** Those that {@link PointIndexes} would make. */
    List<String> missingIndexes() {
        Set<String> present = indexes();
        return Stream.concat(
                        Statements.INDEXED_COLUMNS.stream().map(Statements::indexName),
                        Stream.of(Statements.UNIQUE_INDEX))
                .filter(index -> !present.contains(index))
                .toList();
    }

    /** Makes the index of failed traces; says whether there is one now, and not another table of its name. */
    boolean ensureFailed() {
        if (hasFailed()) {
            return true;
        }
        createUnlessOtherDid(statements.createFailed(), Statements.FAILED);
        boolean made = hasFailed();
        if (!made) {
            logger.warn(
                    "{} has a table '{}' that is not the profiler's, so failed traces are stored, but not listed;"
                            + " give the traces a database of their own",
                    database.address(),
                    Statements.FAILED);
        }
        return made;
    }

    /** Two that make a table at once disturb each other in some databases, whatever the statement says. */
    private void createUnlessOtherDid(String statement, String table) {
        try {
            database.template().execute(statement);
        } catch (DataAccessException failed) {
            if (columns(table).isEmpty()) {
                throw failed;
            }
        }
    }

    private Set<String> columns(String table) {
        return names(
                (metadata, connection) -> metadata.getColumns(
                        connection.getCatalog(), connection.getSchema(), spelled(metadata, table), "%"),
                "COLUMN_NAME");
    }

    /** Those that are in use: PostgreSQL keeps one that is being built, or could not be. */
    Set<String> indexes() {
        Set<String> indexes = new HashSet<>(allIndexes());
        if (database.address().dialect() == Dialect.POSTGRESQL) {
            indexes.removeAll(invalidIndexes());
        }
        return indexes;
    }

    /** Those of PostgreSQL's that were not built to their end, and are of no use. */
    List<String> invalidIndexes() {
        return database.template().queryForList(INVALID_INDEXES, String.class);
    }

    private Set<String> allIndexes() {
        return names(
                (metadata, connection) -> metadata.getIndexInfo(
                        connection.getCatalog(),
                        connection.getSchema(),
                        spelled(metadata, Statements.POINTS),
                        false,
                        true),
                "INDEX_NAME");
    }

    private static String spelled(DatabaseMetaData metadata, String name) throws SQLException {
        return metadata.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    @FunctionalInterface
    private interface Question {

        ResultSet ask(DatabaseMetaData metadata, Connection connection) throws SQLException;
    }

    private Set<String> names(Question question, String column) {
        Set<String> names = database.template().execute((ConnectionCallback<Set<String>>) connection -> {
            Set<String> found = new HashSet<>();
            try (ResultSet rows = question.ask(connection.getMetaData(), connection)) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(column)).toLowerCase(Locale.ROOT));
                }
            }
            return found;
        });
        return names == null ? Set.of() : names;
    }
}
