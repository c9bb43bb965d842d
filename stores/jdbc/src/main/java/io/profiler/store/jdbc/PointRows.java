// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.TracePointJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trace points as rows: what OSprofiler has no column for is {@code {"info": …}}, as a JSON text whose content is JSON.
 */
final class PointRows {

    /** A point, and its JSON made before a transaction begins. */
    record Row(TracePoint point, String data) {

        /**
         * @throws IllegalArgumentException if its info has no JSON
         */
        static Row of(TracePoint point) {
            return new Row(point, quoted(TracePointJson.write(Map.of("info", point.info()))));
        }
    }

    private PointRows() {}

    static void set(PreparedStatement insert, Row row) throws SQLException {
        TracePoint point = row.point();
        insert.setString(1, point.timestamp());
        insert.setString(2, point.baseId());
        insert.setString(3, point.parentId());
        insert.setString(4, point.traceId());
        insert.setString(5, point.project());
        insert.setString(6, point.host());
        insert.setString(7, point.service());
        insert.setString(8, point.name());
        insert.setString(9, row.data());
    }

    static void setWithCondition(PreparedStatement insert, Row row) throws SQLException {
        set(insert, row);
        insert.setString(10, row.point().traceId());
        insert.setString(11, row.point().name());
    }

    /**
     * @throws IllegalArgumentException if the row is no trace point
     */
    static TracePoint read(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> members = new HashMap<>();
        for (String column : Statements.INDEXED_COLUMNS) {
            members.put(column, row.getString(column));
        }
        members.put("info", info(row.getString("data")));
        return TracePoint.fromDocument(members);
    }

    /** JSON of a JSON text, which is ASCII without control characters. */
    private static String quoted(String json) {
        return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Whether encoded twice, as OSprofiler's driver does, or once. */
    static @Nullable Object info(@Nullable String data) {
        Object value = TracePointJson.readMembers("{\"data\":" + data + "}").get("data");
        Object members = value instanceof String json ? TracePointJson.readMembers(json) : value;
        return members instanceof Map<?, ?> map ? map.get("info") : null;
    }

    /** A member of it; null if there is none, or the text is another's. */
    static @Nullable Object infoMember(@Nullable String data, String member) {
        try {
            return info(data) instanceof Map<?, ?> info ? info.get(member) : null;
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
