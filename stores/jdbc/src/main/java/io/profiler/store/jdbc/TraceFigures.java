// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.RequestTimes;
import io.profiler.store.backend.TraceTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Figures of traces as rows bring them: of each trace its sums beside its earliest point, and the points of repeated requests. */
final class TraceFigures {

    private final Map<String, TraceSummary> traces = new LinkedHashMap<>();
    private final Map<String, RequestTimes> requests = new HashMap<>();
    private final Map<String, Integer> firstStatuses = new HashMap<>();

    /** Of several points at the first moment the one that came first counts. */
    void addTrace(ResultSet row) throws SQLException {
        String baseId = row.getString("base_id");
        if (!traces.containsKey(baseId)) {
            traces.put(baseId, summary(baseId, row));
        }
    }

    private static TraceSummary summary(String baseId, ResultSet row) throws SQLException {
        String first = row.getString("first");
        long requests = Math.max(1, row.getLong("requests"));
        return new TraceSummary(
                baseId,
                first,
                TraceTally.nameOf(String.valueOf(row.getString("name")), info(row, "data", "request")),
                row.getString("service"),
                PointTime.parse(first),
                PointTime.between(first, row.getString("last")),
                requests,
                Math.max(row.getLong("started"), row.getLong("stopped")),
                row.getLong("errors"),
                requests > 1 ? null : TraceTally.statusOf(info(row, "answer_data", "response")));
    }

    /** A point right below the base id. */
    void addRequest(ResultSet row) throws SQLException {
        requests.computeIfAbsent(row.getString("base_id"), baseId -> new RequestTimes())
                .add(
                        String.valueOf(row.getString("trace_id")),
                        TracePoint.isStop(String.valueOf(row.getString("name"))),
                        row.getString("timestamp"),
                        null);
    }

    /** Ids of the spans of the requests that began first. */
    List<String> firstRequests(List<String> baseIds) {
        return baseIds.stream()
                .map(this::firstRequest)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private @Nullable String firstRequest(String baseId) {
        RequestTimes ofTrace = requests.get(baseId);
        return ofTrace == null ? null : ofTrace.first();
    }

    /** The end of a request; of others than the first of a trace it is passed over. */
    void addAnswer(ResultSet row) throws SQLException {
        String baseId = row.getString("base_id");
        Integer status = TraceTally.statusOf(info(row, "data", "response"));
        if (status != null && row.getString("trace_id").equals(firstRequest(baseId))) {
            firstStatuses.put(baseId, status);
        }
    }

    private static @Nullable Object info(ResultSet row, String column, String member) throws SQLException {
        try {
            return PointRows.info(row.getString(column)) instanceof Map<?, ?> info ? info.get(member) : null;
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    /** Traces of several requests, of which each is of interest, by the page. */
    List<List<String>> repeated(int page) {
        List<String> repeated = traces.values().stream()
                .filter(trace -> trace.requests() > 1 && trace.requests() <= RequestTimes.MOST)
                .map(TraceSummary::baseId)
                .toList();
        return IntStream.iterate(0, from -> from < repeated.size(), from -> from + page)
                .mapToObj(from -> repeated.subList(from, Math.min(repeated.size(), from + page)))
                .toList();
    }

    List<TraceSummary> summaries() {
        return traces.values().stream().map(this::complete).toList();
    }

    private TraceSummary complete(TraceSummary trace) {
        RequestTimes ofTrace = requests.get(trace.baseId());
        return ofTrace == null ? trace : ofTrace.applyTo(trace).withStatus(firstStatuses.get(trace.baseId()));
    }
}
