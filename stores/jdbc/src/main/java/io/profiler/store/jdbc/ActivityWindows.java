// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.backend.TraceCatalogue.Activity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Goes back in time from the latest row, by windows of so many rows: of each the database tells which traces were active in
 * it, and when last. Rows of one time are in one window.
 */
final class ActivityWindows {

    private static final int FIRST_ROWS = 1_000;
    private static final int MOST_ROWS = 16_000;

    private static final String ROWS = " FROM data WHERE base_id IS NOT NULL AND timestamp IS NOT NULL";

    /** The traces of a window, the one that was active last first; and its earliest time, null if nothing is before it. */
    private record Window(
            List<Activity> active, int rows, @Nullable String begin) {

        static final Window NONE = new Window(List.of(), 0, null);
    }

    private final JdbcClient client;
    private final String others;
    private final Map<String, Object> parameters;

    /**
     * @param without ids of traces that are left out
     */
    ActivityWindows(JdbcClient client, Set<String> without) {
        this.client = client;
        this.others = without.isEmpty() ? "" : " AND base_id NOT IN (:without)";
        this.parameters = without.isEmpty() ? Map.of() : Map.of("without", without);
    }

    /**
     * An entry for each trace and window; read lazily.
     *
     * @param upTo the latest time, null for any
     */
    Stream<Activity> latestFirst(@Nullable String upTo) {
        String end = upTo == null ? newest() : upTo;
        Window first = end == null
                ? Window.NONE
                : window(others + " AND timestamp <= :end", with("end", end, parameters), FIRST_ROWS);
        return Stream.iterate(first, window -> window != Window.NONE, this::before)
                .flatMap(window -> window.active().stream());
    }

    /** Null if there are no rows. Where a window has one bound alone, SQLite reads all rows, by another index. */
    private @Nullable String newest() {
        return client.sql("SELECT MAX(timestamp) FROM data")
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private Window before(Window later) {
        String end = later.begin();
        return end == null
                ? Window.NONE
                : window(
                        others + " AND timestamp < :end",
                        with("end", end, parameters),
                        Math.min(MOST_ROWS, 2 * later.rows()));
    }

    private Window window(String condition, Map<String, ?> parameters, int rows) {
        String begin = client.sql(
                        "SELECT timestamp" + ROWS + condition + " ORDER BY timestamp DESC LIMIT 1 OFFSET " + (rows - 1))
                .params(parameters)
                .query(String.class)
                .optional()
                .orElse(null);
        String from = begin == null ? "" : begin;
        return new Window(active(condition + " AND timestamp >= :begin", with("begin", from, parameters)), rows, begin);
    }

    private List<Activity> active(String condition, Map<String, ?> parameters) {
        return client.sql("SELECT base_id, MAX(timestamp) AS latest" + ROWS + condition
                        + " GROUP BY base_id ORDER BY latest DESC")
                .params(parameters)
                .query((row, number) -> new Activity(row.getString(1), row.getString(2)))
                .list();
    }

    private static Map<String, Object> with(String name, Object value, Map<String, ?> parameters) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return more;
    }
}
