// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.PointTime;
import io.profiler.store.backend.Retention;
import io.profiler.store.backend.SweepTimer;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Deletes what is older than the retention, at most once a minute, and a bounded part at a time. For the writer. */
final class Sweep {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int ROWS_AT_A_TIME = 10_000;

    private final Database database;
    private final Retention retention;
    private final SweepTimer timer = new SweepTimer(INTERVAL);
    private final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(Sweep.class));

    Sweep(Database database, Retention retention) {
        this.database = database;
        this.retention = retention;
        timer.sweepSoon();
    }

    /** The trace points of the writer are stored by now: a sweep that fails is no reason to send them again. */
    void runIfDue(boolean failedTraces) {
        Instant cutoff = retention.cutoff();
        if (cutoff == null || !timer.takeTurn()) {
            return;
        }
        try {
            sweep(PointTime.format(cutoff), failedTraces);
        } catch (DataAccessException refused) {
            log.warn("Expired trace points stay in " + database.address() + ": " + Causes.inOneLine(refused));
        }
    }

    private void sweep(String cutoff, boolean failedTraces) {
        int deleted = database.template().update(Statements.deleteExpired(ROWS_AT_A_TIME), cutoff);
        if (deleted == ROWS_AT_A_TIME) {
            timer.sweepSoon();
        }
        if (failedTraces) {
            database.template().update(Statements.deleteExpiredFailed(), cutoff);
        }
    }
}
