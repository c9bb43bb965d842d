// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.backend.TraceCatalogue.Activity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goes back in time from the latest row, by windows of so many rows: of each the database tells which traces were active in
 * it, and when last. Rows of one time are in one window.
 */
final class ActivityWindows {

    private static final int FIRST_ROWS = 1_000;
    private static final int MOST_ROWS = 16_000;

    private static final String ROWS = " FROM data WHERE " + Statements.LISTED + " AND timestamp IS NOT NULL";

    /** The traces of a window, the one that was active last first; and its earliest time, null if nothing is before it. */
    private record Window(
            List<Activity> active, int rows, @Nullable String begin) {

        static final Window NONE = new Window(List.of(), 0, null);
    }

    private final JdbcTemplate template;
    private final Dialect dialect;
    private final Condition others;

    /**
     * @param without ids of traces that are left out
     */
    ActivityWindows(JdbcTemplate template, Dialect dialect, Set<String> without) {
        this.template = template;
        this.dialect = dialect;
        this.others = without.isEmpty()
                ? Condition.NONE
                : Condition.ofList(dialect.groupOfId() + " NOT IN", dialect.exactly("?"), without);
    }

    /**
     * An entry for each trace and window; read lazily.
     *
     * @param upTo the latest time, null for any
     */
    Stream<Activity> latestFirst(@Nullable String upTo) {
        String end = upTo == null ? newest() : upTo;
        Window first = end == null ? Window.NONE : window(others.and("timestamp <= ?", end), FIRST_ROWS);
        return Stream.iterate(first, window -> window != Window.NONE, this::before)
                .flatMap(window -> window.active().stream());
    }

    /** Null if there are no rows. Where a window has one bound alone, SQLite reads all rows, by another index. */
    private @Nullable String newest() {
        return template.queryForObject(
                        "SELECT MAX(timestamp) FROM data", (row, number) -> Optional.ofNullable(row.getString(1)))
                .orElse(null);
    }

    private Window before(Window later) {
        String end = later.begin();
        return end == null
                ? Window.NONE
                : window(others.and("timestamp < ?", end), Math.min(MOST_ROWS, 2 * later.rows()));
    }

    private Window window(Condition condition, int rows) {
        List<String> found = template.query(
                "SELECT timestamp" + ROWS + condition.sql() + " ORDER BY timestamp DESC LIMIT 1 OFFSET " + (rows - 1),
                (row, number) -> row.getString(1),
                condition.parameters());
        String begin = found.isEmpty() ? null : found.get(0);
        return new Window(active(condition.and("timestamp >= ?", begin == null ? "" : begin)), rows, begin);
    }

    private List<Activity> active(Condition condition) {
        return template.query(
                "SELECT " + dialect.idOfGroup() + ", MAX(timestamp) AS latest" + ROWS + condition.sql() + " GROUP BY "
                        + dialect.groupOfId() + " ORDER BY latest DESC",
                (row, number) -> new Activity(row.getString(1), row.getString(2)),
                condition.parameters());
    }
}
