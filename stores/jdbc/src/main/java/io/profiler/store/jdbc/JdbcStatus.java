// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.StoreStatus;
import io.profiler.store.backend.ClockDifference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;

/** What a database tells of itself and of the table of trace points. */
final class JdbcStatus {

    private final Database database;
    private final Schema schema;
    private final Dialect dialect;

    JdbcStatus(Database database, Schema schema) {
        this.database = database;
        this.schema = schema;
        this.dialect = database.address().dialect();
    }

    StoreStatus read() {
        String server = server();
        boolean there = schema.hasPoints();
        List<String> missing = schema.missingIndexes();
        Long points = there ? allowed(() -> number("SELECT COUNT(*) FROM " + Statements.POINTS)) : Long.valueOf(0);
        return new StoreStatus(
                server,
                there ? allowed(() -> number("SELECT COUNT(DISTINCT base_id) FROM " + Statements.POINTS)) : points,
                points,
                there ? allowed(() -> number(dialect.probes.bytes())) : points,
                missing,
                allowed(() -> ClockDifference.measure(this::clock)),
                points == null || points == 0 ? null : writers(missing));
    }

    private @Nullable String server() {
        return database.template().execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()
                        + ' '
                        + connection.getMetaData().getDatabaseProductVersion());
    }

    private @Nullable Long number(String query) {
        return database.template().queryForObject(query, Long.class);
    }

    private @Nullable Instant clock() {
        BigDecimal seconds = database.template().queryForObject(dialect.probes.epochSeconds(), BigDecimal.class);
        return seconds == null
                ? null
                : Instant.EPOCH.plusMillis(seconds.movePointRight(3).longValue());
    }

    private static String writers(List<String> missing) {
        return missing.contains(Statements.UNIQUE_INDEX)
                ? "OSprofiler or another; this profiler has not, or its index " + Statements.UNIQUE_INDEX
                        + " would be there"
                : "this profiler, perhaps others: a row does not tell";
    }

    /** The database answers by now: what it still refuses takes too long, or is not this user's to ask. */
    private static <T> @Nullable T allowed(Supplier<@Nullable T> question) {
        try {
            return question.get();
        } catch (DataAccessException refused) {
            return null;
        }
    }
}
