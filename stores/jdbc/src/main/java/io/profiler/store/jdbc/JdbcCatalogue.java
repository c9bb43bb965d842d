// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.PointTime;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceCatalogue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database looks up of the traces in OSprofiler's table. */
final class JdbcCatalogue implements TraceCatalogue {

    private static final int PAGE = 1_000;

    private static final String ACTIVE =
            "SELECT base_id, timestamp, id FROM data WHERE base_id IS NOT NULL AND timestamp IS NOT NULL";

    private static final String BEFORE = " AND timestamp <= :timestamp AND (timestamp < :timestamp OR id < :id)";

    private static final String LATEST_FIRST = " ORDER BY timestamp DESC, id DESC LIMIT " + PAGE;

    private record Row(String baseId, String timestamp, long id) {

        Activity activity() {
            return new Activity(baseId, timestamp);
        }
    }

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

    /** By the page, because some drivers read a whole result before they give its first row. */
    @Override
    public Stream<Activity> latestActivity() {
        return Stream.iterate(page("", Map.of()), page -> !page.isEmpty(), this::pageAfterLast)
                .flatMap(List::stream)
                .map(Row::activity);
    }

    private List<Row> pageAfterLast(List<Row> page) {
        Row last = page.get(page.size() - 1);
        return page.size() < PAGE ? List.of() : page(BEFORE, Map.of("timestamp", last.timestamp(), "id", last.id()));
    }

    private List<Row> page(String condition, Map<String, ?> parameters) {
        return client.sql(ACTIVE + condition + LATEST_FIRST)
                .params(parameters)
                .query((result, number) -> new Row(text(result, 1), text(result, 2), result.getLong(3)))
                .list();
    }

    @Override
    public List<TraceSummary> summaries(List<String> baseIds) {
        return baseIds.isEmpty() ? List.of() : figures(" AND base_id IN (:ids)", Map.of("ids", baseIds));
    }

    @Override
    public List<TraceSummary> allSummaries() {
        return figures("", Map.of());
    }

    private List<TraceSummary> figures(String condition, Map<String, ?> parameters) {
        TraceFigures figures = new TraceFigures();
        String which = " FROM data WHERE base_id IS NOT NULL AND timestamp IS NOT NULL" + condition;
        String first =
                "SELECT base_id, MIN(timestamp) AS first, MAX(timestamp) AS last, COUNT(DISTINCT trace_id) AS spans"
                        + which + " GROUP BY base_id";
        query(
                "SELECT f.base_id, f.first, f.last, f.spans, d.name, d.service, d.data FROM (" + first
                        + ") f JOIN data d ON d.base_id = f.base_id AND d.timestamp = f.first ORDER BY d.id",
                parameters,
                figures::addTrace);
        query(
                "SELECT base_id, trace_id, name, timestamp" + which + " AND parent_id = base_id",
                parameters,
                figures::addRequest);
        query(
                "SELECT base_id, data" + which + " AND name LIKE '%stop' AND " + dialect.types.jsonText()
                        + " LIKE '%etype%'",
                parameters,
                figures::addError);
        return figures.summaries();
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
    public List<Activity> failed() {
        return hasFailed
                ? client.sql("SELECT base_id, timestamp FROM " + Statements.FAILED)
                        .query((result, number) -> new Activity(text(result, 1), text(result, 2)))
                        .list()
                : List.of();
    }

    private static String text(ResultSet result, int column) throws SQLException {
        return String.valueOf(result.getString(column));
    }
}
