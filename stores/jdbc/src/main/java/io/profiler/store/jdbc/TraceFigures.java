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
import org.jspecify.annotations.Nullable;

/** Figures of traces as rows bring them: of each trace its earliest point, and those that may hold an error. */
final class TraceFigures {

    private static final RequestTimes NO_REQUESTS = new RequestTimes();

    private final Map<String, TraceSummary> traces = new LinkedHashMap<>();
    private final Map<String, RequestTimes> requests = new HashMap<>();
    private final Map<String, Long> errors = new HashMap<>();

    /** Of several points at the first moment the one that came first counts. */
    void addTrace(ResultSet row) throws SQLException {
        String baseId = row.getString("base_id");
        if (!traces.containsKey(baseId)) {
            traces.put(baseId, summary(baseId, row));
        }
    }

    private static TraceSummary summary(String baseId, ResultSet row) throws SQLException {
        String first = row.getString("first");
        return new TraceSummary(
                baseId,
                first,
                TraceTally.nameOf(String.valueOf(row.getString("name")), info(row, "request")),
                row.getString("service"),
                PointTime.parse(first),
                PointTime.between(first, row.getString("last")),
                1,
                row.getLong("spans"),
                0);
    }

    /** A point right below the base id. */
    void addRequest(ResultSet row) throws SQLException {
        requests.computeIfAbsent(row.getString("base_id"), baseId -> new RequestTimes())
                .add(
                        String.valueOf(row.getString("trace_id")),
                        TracePoint.isStop(String.valueOf(row.getString("name"))),
                        row.getString("timestamp"));
    }

    /** The text that was searched for may stand anywhere in the row. */
    void addError(ResultSet row) throws SQLException {
        if (info(row, "etype") != null) {
            errors.merge(row.getString("base_id"), 1L, Long::sum);
        }
    }

    private static @Nullable Object info(ResultSet row, String member) throws SQLException {
        try {
            return PointRows.info(row.getString("data")) instanceof Map<?, ?> info ? info.get(member) : null;
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    List<TraceSummary> summaries() {
        return traces.values().stream().map(this::complete).toList();
    }

    private TraceSummary complete(TraceSummary trace) {
        return requests.getOrDefault(trace.baseId(), NO_REQUESTS)
                .applyTo(trace)
                .withErrors(errors.getOrDefault(trace.baseId(), 0L));
    }
}
