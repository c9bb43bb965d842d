// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.PointTime;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceCatalogue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a database looks up of the traces in OSprofiler's table. */
final class JdbcCatalogue implements TraceCatalogue {

    private static final int PAGE = 1_000;

    private static final String IDS =
            "SELECT DISTINCT base_id FROM data WHERE " + Statements.LISTED + "%s ORDER BY base_id LIMIT " + PAGE;

    private final JdbcTemplate template;
    private final Dialect dialect;
    private final boolean hasFailed;
    private final PointsById points;
    private final RepeatedRequests repeated;

    /**
     * @param hasFailed whether there is an index of failed traces
     */
    JdbcCatalogue(JdbcTemplate template, Dialect dialect, boolean hasFailed) {
        this.template = template;
        this.dialect = dialect;
        this.hasFailed = hasFailed;
        this.points = new PointsById(template, dialect);
        this.repeated = new RepeatedRequests(template, dialect, points);
    }

    @Override
    public Stream<Activity> latestActivity(@Nullable String upTo, Set<String> without) {
        return new ActivityWindows(template, dialect, without).latestFirst(upTo);
    }

    @Override
    public List<TraceSummary> summaries(List<String> baseIds) {
        if (baseIds.isEmpty()) {
            return List.of();
        }
        Set<String> wanted = new HashSet<>(baseIds);
        return figures(Condition.ofList("base_id IN", baseIds), wanted::contains);
    }

    /** By the page, so that no statement takes as long as the table is large: drivers wait a few seconds. */
    @Override
    public List<TraceSummary> allSummaries() {
        List<TraceSummary> all = new ArrayList<>();
        List<String> ids = idsAfter(Condition.NONE);
        while (!ids.isEmpty()) {
            String last = ids.get(ids.size() - 1);
            all.addAll(figures(Condition.of("base_id >= ? AND base_id <= ?", ids.get(0), last), id -> true));
            ids = idsAfter(Condition.of("base_id > ?", last));
        }
        return all;
    }

    private List<String> idsAfter(Condition condition) {
        return template.query(
                IDS.formatted(condition.sql()), (row, number) -> row.getString(1), condition.parameters());
    }

    /** Databases may ignore the case of an id. */
    private List<TraceSummary> figures(Condition condition, Predicate<String> wanted) {
        List<TraceSums> sums =
                template.query(TraceSums.select(dialect, condition), TraceSums::of, condition.parameters()).stream()
                        .filter(trace -> wanted.test(trace.baseId()))
                        .toList();
        Map<Long, FirstPoint> firsts =
                points.firstPoints(sums.stream().map(TraceSums::firstId).toList());
        Map<Long, Integer> statuses = points.statuses(sums.stream()
                .filter(TraceSums::isOfOneRequest)
                .map(TraceSums::answerId)
                .toList());
        Function<TraceSums, TraceSummary> summary = trace ->
                trace.summary(firsts.getOrDefault(trace.firstId(), FirstPoint.UNKNOWN), statuses.get(trace.answerId()));
        return repeated.complete(
                sums.stream().map(summary).toList(),
                sums.stream().filter(TraceSums::isOfSomeRequests).map(summary).toList());
    }

    @Override
    public List<String> activeSince(Instant time) {
        return template.query(
                "SELECT " + dialect.idOfGroup() + " FROM data WHERE " + Statements.LISTED
                        + " AND timestamp >= ? GROUP BY " + dialect.groupOfId(),
                (row, number) -> row.getString(1),
                PointTime.format(time));
    }

    @Override
    public List<Activity> failed(int most) {
        String latest = most == 0 ? "" : " ORDER BY timestamp DESC LIMIT " + most;
        return hasFailed
                ? template.query(
                        "SELECT base_id, timestamp FROM " + Statements.FAILED + " WHERE " + Statements.LISTED + latest,
                        (row, number) -> new Activity(text(row, 1), text(row, 2)))
                : List.of();
    }

    private static String text(ResultSet result, int column) throws SQLException {
        return String.valueOf(result.getString(column));
    }
}
