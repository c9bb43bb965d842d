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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database looks up of the traces in OSprofiler's table. */
final class JdbcCatalogue implements TraceCatalogue {

    private static final int PAGE = 1_000;

    private static final String STOPS = "name LIKE '%stop'";
    private static final String STARTS = "(name IS NULL OR name NOT LIKE '%stop')";

    private static final String ENDS = STOPS + " AND name NOT LIKE '%" + Manifest.nameFor("") + "'";

    private static final String REQUESTS = "SELECT base_id, trace_id, name, timestamp FROM data WHERE base_id IN (:ids)"
            + " AND parent_id = base_id AND timestamp IS NOT NULL";

    private static final String ANSWERS = "SELECT base_id, trace_id, data FROM data WHERE base_id IN (:ids)"
            + " AND trace_id IN (:firsts) AND parent_id = base_id AND " + ENDS;

    private static final String IDS =
            "SELECT DISTINCT base_id FROM data WHERE base_id IS NOT NULL%s ORDER BY base_id LIMIT " + PAGE;

    /** An outer join, so that no database adds up a trace again for each of its points, as H2 does in an inner one. */
    private static final String FIRST_POINTS =
            "SELECT f.*, d.name, d.service, d.data, a.data AS answer_data FROM (%s) f"
                    + " LEFT JOIN data d ON d.base_id = f.base_id AND d.timestamp = f.first"
                    + " LEFT JOIN data a ON a.id = f.answer ORDER BY d.id";

    private final JdbcClient client;
    private final Dialect dialect;
    private final boolean hasFailed;

    /**
     * @param hasFailed whether there is an index of failed traces
     */
    JdbcCatalogue(Database database, boolean hasFailed) {
        this.client = JdbcClient.create(database.template());
        this.dialect = database.address().dialect();
        this.hasFailed = hasFailed;
    }

    @Override
    public Stream<Activity> latestActivity(@Nullable String upTo, Set<String> without) {
        return new ActivityWindows(client, without).latestFirst(upTo);
    }

    @Override
    public List<TraceSummary> summaries(List<String> baseIds) {
        return baseIds.isEmpty() ? List.of() : figures(" AND base_id IN (:ids)", Map.of("ids", baseIds));
    }

    /** By the page, so that no statement takes as long as the table is large: drivers wait a few seconds. */
    @Override
    public List<TraceSummary> allSummaries() {
        List<TraceSummary> all = new ArrayList<>();
        List<String> ids = idsAfter("", Map.of());
        while (!ids.isEmpty()) {
            String last = ids.get(ids.size() - 1);
            all.addAll(
                    figures(" AND base_id >= :first AND base_id <= :last", Map.of("first", ids.get(0), "last", last)));
            ids = idsAfter(" AND base_id > :last", Map.of("last", last));
        }
        return all;
    }

    private List<String> idsAfter(String condition, Map<String, ?> parameters) {
        return client.sql(IDS.formatted(condition))
                .params(parameters)
                .query(String.class)
                .list();
    }

    private List<TraceSummary> figures(String condition, Map<String, ?> parameters) {
        TraceFigures figures = new TraceFigures();
        String sums = "SELECT base_id, MIN(timestamp) AS first, MAX(timestamp) AS last, " + count(STARTS, "started")
                + ", " + count(ENDS, "stopped") + ", " + count(STARTS + " AND parent_id = base_id", "requests") + ", "
                + count(STOPS + " AND " + isFailure(), "errors")
                + ", MIN(CASE WHEN " + ENDS + " AND parent_id = base_id THEN id END) AS answer"
                + " FROM data WHERE base_id IS NOT NULL AND timestamp IS NOT NULL" + condition + " GROUP BY base_id";
        query(FIRST_POINTS.formatted(sums), parameters, figures::addTrace);
        for (List<String> page : figures.repeated(PAGE)) {
            query(REQUESTS, Map.of("ids", page), figures::addRequest);
            List<String> firsts = figures.firstRequests(page);
            if (!firsts.isEmpty()) {
                query(ANSWERS, Map.of("ids", page, "firsts", firsts), figures::addAnswer);
            }
        }
        return figures.summaries();
    }

    private static String count(String rows, String name) {
        return "SUM(CASE WHEN " + rows + " THEN 1 ELSE 0 END) AS " + name;
    }

    /** The member as OSprofiler's driver encodes it, twice, and as others do. */
    private String isFailure() {
        String json = dialect.types.jsonText();
        return "(" + json + " LIKE '%\"etype_\":%' OR " + json + " LIKE '%\"etype\":%')";
    }

    private void query(String statement, Map<String, ?> parameters, RowCallbackHandler handler) {
        client.sql(statement).params(parameters).query(handler);
    }

    @Override
    public List<String> activeSince(Instant time) {
        return client.sql("SELECT DISTINCT base_id FROM data WHERE base_id IS NOT NULL AND timestamp >= :since")
                .param("since", PointTime.format(time))
                .query(String.class)
                .list();
    }

    @Override
    public List<Activity> failed(int most) {
        String latest = most == 0 ? "" : " ORDER BY timestamp DESC LIMIT " + most;
        return hasFailed
                ? client.sql("SELECT base_id, timestamp FROM " + Statements.FAILED + latest)
                        .query((result, number) -> new Activity(text(result, 1), text(result, 2)))
                        .list()
                : List.of();
    }

    private static String text(ResultSet result, int column) throws SQLException {
        return String.valueOf(result.getString(column));
    }
}
