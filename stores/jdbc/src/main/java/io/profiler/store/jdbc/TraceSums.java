// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.Manifest;
import io.profiler.point.PointTime;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.RequestTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a trace add up to, in one row whatever they are.
 *
 * @param ends how many rows right below the base id end anything
 * @param firstId id of the row that came first of those at the first moment; null if there is none any more
 * @param answerId id of the first row that ends a request; null if there is none
 */
record TraceSums(
        String baseId,
        String first,
        String last,
        long started,
        long stopped,
        long requests,
        long ends,
        long errors,
        @Nullable Long firstId,
        @Nullable Long answerId) {

    static final String STOPS = "name LIKE '%stop'";

    /** A manifest ends no span. */
    static final String ENDS = STOPS + " AND name NOT LIKE '%" + Manifest.nameFor("") + "'";

    private static final String STARTS = "(name IS NULL OR name NOT LIKE '%stop')";
    private static final String OF_REQUEST = " AND parent_id = base_id";

    /** A request has an end and a manifest. */
    private static final int ENDS_PER_REQUEST = 2;

    /** Requests whose ends are there, but not their starts. */
    private static final int LOST_STARTS = 10;

    /**
     * The first row is looked for by the time or by the trace, which have an index each, and not in the order of ids: that is
     * what the sum is for.
     */
    static String select(Dialect dialect, Condition condition) {
        return "SELECT f.*, (SELECT MIN(d.id + 0) FROM data d WHERE " + dialect.sameId("d.base_id", "f.base_id")
                + " AND d.timestamp = f.first) AS first_id FROM (SELECT " + dialect.idOfGroup()
                + " AS base_id, MIN(timestamp) AS first, MAX(timestamp) AS last, " + count(STARTS, "started") + ", "
                + count(ENDS, "stopped") + ", " + count(STARTS + OF_REQUEST, "requests") + ", "
                + count(STOPS + OF_REQUEST, "ends") + ", " + count(STOPS + " AND " + isFailure(dialect), "errors")
                + ", MIN(CASE WHEN " + ENDS + OF_REQUEST + " THEN id END) AS answer_id FROM data WHERE "
                + Statements.LISTED + " AND timestamp IS NOT NULL" + condition.sql() + " GROUP BY "
                + dialect.groupOfId() + ") f";
    }

    private static String count(String rows, String name) {
        return "SUM(CASE WHEN " + rows + " THEN 1 ELSE 0 END) AS " + name;
    }

    /** The member as OSprofiler's driver encodes it, twice, and as others do. */
    private static String isFailure(Dialect dialect) {
        String json = dialect.types.jsonTextOf("data");
        return "(" + json + " LIKE '%\"etype_\":%' OR " + json + " LIKE '%\"etype\":%')";
    }

    static TraceSums of(ResultSet row, int number) throws SQLException {
        return new TraceSums(
                row.getString("base_id"),
                row.getString("first"),
                row.getString("last"),
                row.getLong("started"),
                row.getLong("stopped"),
                row.getLong("requests"),
                row.getLong("ends"),
                row.getLong("errors"),
                id(row, "first_id"),
                id(row, "answer_id"));
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    boolean isOfOneRequest() {
        return requests <= 1;
    }

    /** Whether each of the requests is of interest, and there are not too many rows of them. */
    boolean isOfSomeRequests() {
        return !isOfOneRequest()
                && requests <= RequestTimes.MOST
                && ends <= ENDS_PER_REQUEST * (requests + LOST_STARTS);
    }

    /**
     * @param start of the first row
     * @param status that the one request was answered with
     */
    TraceSummary summary(FirstPoint start, @Nullable Integer status) {
        return new TraceSummary(
                baseId,
                first,
                start.name(),
                start.service(),
                PointTime.parse(first),
                PointTime.between(first, last),
                Math.max(1, requests),
                Math.max(started, stopped),
                errors,
                isOfOneRequest() ? status : null);
    }
}
