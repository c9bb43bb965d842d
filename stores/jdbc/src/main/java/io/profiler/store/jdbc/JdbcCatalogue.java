// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.Manifest;
import io.profiler.point.PointTime;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceCatalogue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What a database looks up of the traces in OSprofiler's table. */
final class JdbcCatalogue implements TraceCatalogue {

    private static final int PAGE = 1_000;

    private static final String STOPS = "name LIKE '%stop'";
    private static final String STARTS = "(name IS NULL OR name NOT LIKE '%stop')";

    private static final String ENDS = STOPS + " AND name NOT LIKE '%" + Manifest.nameFor("") + "'";

    private static final String REQUESTS = "SELECT base_id, trace_id, name, timestamp FROM data"
            + " WHERE parent_id = base_id AND timestamp IS NOT NULL";

    private static final String ANSWERS =
            "SELECT base_id, trace_id, data FROM data WHERE parent_id = base_id AND " + ENDS;

    private static final String IDS =
            "SELECT DISTINCT base_id FROM data WHERE base_id IS NOT NULL%s ORDER BY base_id LIMIT " + PAGE;

    /** A list shows a path of the first point; what is longer, as LENGTH counts, is fetched only with its trace. */
    private static final int LONGEST_START_LENGTH = 1 << 16;

    /** Beside its status an answer may have all that the request's threads were seen at. */
    private static final int LONGEST_ANSWER_LENGTH = 1 << 20;

    /** An outer join, so that no database adds up a trace again for each of its points, as H2 does in an inner one. */
    private static final String FIRST_POINTS =
            "SELECT f.*, d.name, d.service, %s AS data, %s AS answer_data FROM (%s) f"
                    + " LEFT JOIN data d ON d.base_id = f.base_id AND d.timestamp = f.first"
                    + " LEFT JOIN data a ON a.id = f.answer ORDER BY d.id";

    private final JdbcTemplate template;
    private final Dialect dialect;
    private final boolean hasFailed;

    /**
     * @param hasFailed whether there is an index of failed traces
     */
    JdbcCatalogue(Database database, boolean hasFailed) {
        this.template = database.template();
        this.dialect = database.address().dialect();
        this.hasFailed = hasFailed;
    }

    @Override
    public Stream<Activity> latestActivity(@Nullable String upTo, Set<String> without) {
        return new ActivityWindows(template, without).latestFirst(upTo);
    }

    @Override
    public List<TraceSummary> summaries(List<String> baseIds) {
        return baseIds.isEmpty() ? List.of() : figures(Condition.ofList("base_id IN", baseIds));
    }

    /** By the page, so that no statement takes as long as the table is large: drivers wait a few seconds. */
    @Override
    public List<TraceSummary> allSummaries() {
        List<TraceSummary> all = new ArrayList<>();
        List<String> ids = idsAfter(Condition.NONE);
        while (!ids.isEmpty()) {
            String last = ids.get(ids.size() - 1);
            all.addAll(figures(Condition.of("base_id >= ? AND base_id <= ?", ids.get(0), last)));
            ids = idsAfter(Condition.of("base_id > ?", last));
        }
        return all;
    }

    private List<String> idsAfter(Condition condition) {
        return template.query(
                IDS.formatted(condition.sql()), (row, number) -> row.getString(1), condition.parameters());
    }

    private List<TraceSummary> figures(Condition condition) {
        TraceFigures figures = new TraceFigures();
        String sums = "SELECT base_id, MIN(timestamp) AS first, MAX(timestamp) AS last, " + count(STARTS, "started")
                + ", " + count(ENDS, "stopped") + ", " + count(STARTS + " AND parent_id = base_id", "requests") + ", "
                + count(STOPS + " AND " + isFailure(), "errors")
                + ", MIN(CASE WHEN " + ENDS + " AND parent_id = base_id THEN id END) AS answer"
                + " FROM data WHERE base_id IS NOT NULL AND timestamp IS NOT NULL" + condition.sql()
                + " GROUP BY base_id";
        query(
                FIRST_POINTS.formatted(
                        upTo(LONGEST_START_LENGTH, "d.data"), upTo(LONGEST_ANSWER_LENGTH, "a.data"), sums),
                condition,
                figures::addTrace);
        for (List<String> page : figures.repeated(PAGE)) {
            Condition ofPage = Condition.ofList("base_id IN", page);
            query(REQUESTS + ofPage.sql(), ofPage, figures::addRequest);
            List<String> firsts = figures.firstRequests(page);
            if (!firsts.isEmpty()) {
                Condition ofFirsts = ofPage.and(Condition.ofList("trace_id IN", firsts));
                query(ANSWERS + ofFirsts.sql(), ofFirsts, figures::addAnswer);
            }
        }
        return figures.summaries();
    }

    private static String count(String rows, String name) {
        return "SUM(CASE WHEN " + rows + " THEN 1 ELSE 0 END) AS " + name;
    }

    /** The member as OSprofiler's driver encodes it, twice, and as others do. */
    private String isFailure() {
        String json = dialect.types.jsonTextOf("data");
        return "(" + json + " LIKE '%\"etype_\":%' OR " + json + " LIKE '%\"etype\":%')";
    }

    private String upTo(int longest, String column) {
        return "CASE WHEN LENGTH(" + dialect.types.jsonTextOf(column) + ") <= " + longest + " THEN " + column + " END";
    }

    private void query(String statement, Condition condition, RowCallbackHandler handler) {
        template.query(statement, handler, condition.parameters());
    }

    @Override
    public List<String> activeSince(Instant time) {
        return template.query(
                "SELECT DISTINCT base_id FROM data WHERE base_id IS NOT NULL AND timestamp >= ?",
                (row, number) -> row.getString(1),
                PointTime.format(time));
    }

    @Override
    public List<Activity> failed(int most) {
        String latest = most == 0 ? "" : " ORDER BY timestamp DESC LIMIT " + most;
        return hasFailed
                ? template.query(
                        "SELECT base_id, timestamp FROM " + Statements.FAILED + latest,
                        (row, number) -> new Activity(text(row, 1), text(row, 2)))
                : List.of();
    }

    private static String text(ResultSet result, int column) throws SQLException {
        return String.valueOf(result.getString(column));
    }
}
