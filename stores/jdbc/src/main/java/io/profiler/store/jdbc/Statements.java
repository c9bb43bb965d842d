// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.backend.TraceListing;
import java.util.List;
import java.util.stream.Collectors;

/** The SQL for OSprofiler's table {@code data}, and for the table of failed traces that OSprofiler has no counterpart of. */
final class Statements {

    static final String POINTS = "data";
    static final String FAILED = "profiler_error";
    static final List<String> FAILED_COLUMNS = List.of("base_id", "timestamp");

    /** As OSprofiler's driver declares them, each with an index; {@code id} comes before and {@code data} after. */
    static final List<String> INDEXED_COLUMNS =
            List.of("timestamp", "base_id", "parent_id", "trace_id", "project", "host", "service", "name");

    /** Ours: a span writes a point of a name once. */
    static final String UNIQUE_INDEX = "ux_data_trace_id_name";

    /** What a list tells of; where a table bounds no id, a long one would be fetched to be left out. */
    static final String LISTED = "base_id IS NOT NULL AND LENGTH(base_id) <= " + TraceListing.LONGEST_ID;

    private static final int MOST_SHOWN = 1_000;
    private static final String INDEX = "ix_data_";
    private static final String COLUMNS = String.join(", ", INDEXED_COLUMNS) + ", data";

    private final Dialect dialect;

    Statements(Dialect dialect) {
        this.dialect = dialect;
    }

    String createPoints() {
        String columns = INDEXED_COLUMNS.stream()
                .map(column -> column + (column.equals("timestamp") ? " VARCHAR(26)" : " VARCHAR(255)"))
                .collect(Collectors.joining(", "));
        return "CREATE TABLE IF NOT EXISTS " + POINTS + " (id " + dialect.types.id() + " NOT NULL, " + columns
                + ", data " + dialect.types.json() + ", PRIMARY KEY (id))" + anyCharacter();
    }

    String createFailed() {
        return "CREATE TABLE IF NOT EXISTS " + FAILED
                + " (base_id VARCHAR(255) NOT NULL, timestamp VARCHAR(26), PRIMARY KEY (base_id))" + anyCharacter();
    }

    /** A database may be set to Latin-1, in which many names have no form, or to take A for a. */
    private String anyCharacter() {
        return isMySql() ? " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin" : "";
    }

    private boolean isMySql() {
        return dialect.isMySql();
    }

    /** More than a list shows of a text. */
    static String start(String column) {
        return start(column, MOST_SHOWN);
    }

    /** What is longer than an id in a list is told by so much of it. */
    static String startOfId(String column) {
        return start(column, TraceListing.LONGEST_ID + 1);
    }

    private static String start(String column, int length) {
        return "SUBSTR(" + column + ", 1, " + length + ")";
    }

    static String indexName(String column) {
        return INDEX + column;
    }

    /**
     * @param index the unique one, or one by {@link #indexName}
     * @param how what stands before its name, with a blank behind
     */
    static String createIndex(String index, String how) {
        return index.equals(UNIQUE_INDEX)
                ? "CREATE UNIQUE INDEX " + how + UNIQUE_INDEX + " ON " + POINTS + " (trace_id, name)"
                : "CREATE INDEX " + how + index + " ON " + POINTS + " (" + index.substring(INDEX.length()) + ")";
    }

    /** Parameters: the columns, then the JSON; fails at a point that is there already. */
    String insertNewPoint() {
        return "INSERT INTO " + POINTS + " (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
                + dialect.types.jsonParameter() + ")";
    }

    /** The same, but a point that is there already stays as it is. */
    String insertPoint() {
        return insertNewPoint() + ' ' + dialect.conflicts.keepOld();
    }

    /** The same without a unique index, or without a clause for it; two more parameters: span and name. */
    String insertAbsentPoint() {
        String fromNothing = isMySql() ? " FROM DUAL" : "";
        return "INSERT INTO " + POINTS + " (" + COLUMNS + ") SELECT ?, ?, ?, ?, ?, ?, ?, ?, "
                + dialect.types.jsonParameter() + fromNothing + " WHERE NOT EXISTS (SELECT 1 FROM " + POINTS
                + " WHERE trace_id = ? AND name = ?)";
    }

    String putFailed() {
        return dialect == Dialect.H2
                ? "MERGE INTO " + FAILED + " (base_id, timestamp) KEY (base_id) VALUES (?, ?)"
                : "INSERT INTO " + FAILED + " (base_id, timestamp) VALUES (?, ?) " + dialect.conflicts.takeNew();
    }

    static String readTrace() {
        return "SELECT " + COLUMNS + " FROM " + POINTS + " WHERE base_id = ? ORDER BY id";
    }

    /** Counts points and their characters, up to a number of points. */
    String sizeOfTrace() {
        return "SELECT COUNT(*), SUM(LENGTH(" + dialect.types.jsonTextOf("data") + ")) FROM (SELECT data FROM " + POINTS
                + " WHERE base_id = ? LIMIT ?) AS points";
    }

    /** Takes {@link #idOfTrace}. */
    String deletePoints() {
        return "DELETE FROM " + POINTS + whereOfTrace();
    }

    /** Takes {@link #idOfTrace}. */
    String deleteFailed() {
        return "DELETE FROM " + FAILED + whereOfTrace();
    }

    private String whereOfTrace() {
        return " WHERE " + dialect.sameId("base_id", "?");
    }

    Object[] idOfTrace(String baseId) {
        return isMySql() ? new Object[] {baseId, baseId} : new Object[] {baseId};
    }

    /** A bounded part, because a server may take long; the table between is for MySQL, which else refuses the limit. */
    static String deleteExpired(int limit) {
        return "DELETE FROM " + POINTS + " WHERE id IN (SELECT id FROM (SELECT id FROM " + POINTS
                + " WHERE timestamp < ? LIMIT " + limit + ") AS expired)";
    }

    static String deleteExpiredFailed() {
        return "DELETE FROM " + FAILED + " WHERE timestamp < ?";
    }
}
