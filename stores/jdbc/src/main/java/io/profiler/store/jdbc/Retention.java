// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.OccasionalLog;
import io.profiler.point.PointTime;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Deletes what is older than the retention, at most once a minute, and a bounded part at a time. For the writer. */
final class Retention {

    private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int ROWS_AT_A_TIME = 10_000;

    private final Database database;
    private final @Nullable Duration retention;
    private final Clock clock;
    private final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(Retention.class));
    private boolean isDue = true;
    private long lastSweepNanos;

    /**
     * @param retention null for ever
     */
    Retention(Database database, @Nullable Duration retention, Clock clock) {
        this.database = database;
        this.retention = retention;
        this.clock = clock;
    }

    /** The trace points of the writer are stored by now: a sweep that fails is no reason to send them again. */
    void sweepIfDue(boolean failedTraces) {
        if (retention == null || !isDue()) {
            return;
        }
        try {
            sweep(PointTime.format(clock.instant().minus(retention)), failedTraces);
        } catch (DataAccessException refused) {
            log.warn("Expired trace points stay in " + database.address() + ": " + Causes.inOneLine(refused));
        }
    }

    /** By a clock that nobody sets back. */
    private synchronized boolean isDue() {
        long now = System.nanoTime();
        if (!isDue && now - lastSweepNanos < INTERVAL_NANOS) {
            return false;
        }
        isDue = false;
        lastSweepNanos = now;
        return true;
    }

    private void sweep(String cutoff, boolean failedTraces) {
        int deleted = database.template().update(Statements.deleteExpired(ROWS_AT_A_TIME), cutoff);
        if (deleted == ROWS_AT_A_TIME) {
            sweepAgainSoon();
        }
        if (failedTraces) {
            database.template().update(Statements.deleteExpiredFailed(), cutoff);
        }
    }

    private synchronized void sweepAgainSoon() {
        isDue = true;
    }
}
