// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.TraceSummary;
import io.profiler.store.backend.RequestTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks up when the requests were, and how they were answered, of those traces that are made of several, which are few. */
final class RepeatedRequests {

    private static final String REQUESTS = "SELECT base_id, " + Statements.startOfId("trace_id")
            + " AS trace_id, timestamp, CASE WHEN " + TraceSums.STOPS
            + " THEN 1 ELSE 0 END AS stops FROM data WHERE parent_id = base_id AND timestamp IS NOT NULL";

    private final JdbcTemplate template;
    private final PointsById points;
    private final String answers;
    private final String groupOfAnswers;

    RepeatedRequests(JdbcTemplate template, Dialect dialect, PointsById points) {
        this.template = template;
        this.points = points;
        this.answers = "SELECT " + dialect.idOfGroup() + " AS base_id, trace_id, MIN(id) AS id FROM data"
                + " WHERE parent_id = base_id AND " + TraceSums.ENDS;
        this.groupOfAnswers = " GROUP BY " + dialect.groupOfId() + ", trace_id";
    }

    /** The same summaries, without the pauses between requests, and answered as the first of them. */
    List<TraceSummary> complete(List<TraceSummary> summaries, List<TraceSummary> repeated) {
        Map<String, TraceSummary> complete = new LinkedHashMap<>();
        summaries.forEach(summary -> complete.put(summary.baseId(), summary));
        for (List<String> page : RequestTimes.pagesOf(repeated)) {
            Map<String, RequestTimes> times = times(page);
            Map<String, Integer> statuses = statuses(page, times);
            times.forEach((baseId, ofTrace) -> complete.computeIfPresent(
                    baseId, (id, summary) -> ofTrace.applyTo(summary).withStatus(statuses.get(id))));
        }
        return new ArrayList<>(complete.values());
    }

    private Map<String, RequestTimes> times(List<String> baseIds) {
        Map<String, RequestTimes> times = new HashMap<>();
        Condition ofPage = Condition.ofList("base_id IN", baseIds);
        template.query(
                REQUESTS + ofPage.sql(),
                row -> {
                    times.computeIfAbsent(row.getString("base_id"), id -> new RequestTimes())
                            .add(
                                    String.valueOf(row.getString("trace_id")),
                                    row.getInt("stops") == 1,
                                    row.getString("timestamp"),
                                    null);
                },
                ofPage.parameters());
        return times;
    }

    /** Of the requests that began first. */
    private Map<String, Integer> statuses(List<String> baseIds, Map<String, RequestTimes> times) {
        List<String> firsts = times.values().stream()
                .map(RequestTimes::first)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (firsts.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> answerIds = new HashMap<>();
        Condition ofFirsts = Condition.ofList("base_id IN", baseIds).and(Condition.ofList("trace_id IN", firsts));
        template.query(
                answers + ofFirsts.sql() + groupOfAnswers,
                row -> {
                    addAnswer(row, times, answerIds);
                },
                ofFirsts.parameters());
        Map<Long, Integer> found = points.statuses(answerIds.values());
        Map<String, Integer> statuses = new HashMap<>();
        answerIds.forEach((baseId, id) -> statuses.computeIfAbsent(baseId, ofTrace -> found.get(id)));
        return statuses;
    }

    private static void addAnswer(ResultSet row, Map<String, RequestTimes> times, Map<String, Long> answerIds)
            throws SQLException {
        String baseId = row.getString("base_id");
        RequestTimes ofTrace = times.get(baseId);
        @Nullable String first = ofTrace == null ? null : ofTrace.first();
        if (row.getString("trace_id").equals(first)) {
            answerIds.put(baseId, row.getLong("id"));
        }
    }
}
