// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses between attempts to reach a store, twice as long each time; tells once that it is away and once that it is back.
 * Confined to the thread that makes the attempts.
 *
 * @since 0.1
 */
public final class BackOff {

    private static final Logger logger = LoggerFactory.getLogger(BackOff.class);
    private static final long FIRST_NANOS = Duration.ofMillis(100).toNanos();

    private final long maxNanos;
    private int failures;

    /**
     * No attempt has failed yet.
     *
     * @param max longest pause
     */
    public BackOff(Duration max) {
        this.maxNanos = TimeUnit.NANOSECONDS.convert(max);
    }

    /**
     * An attempt failed: the next pause is longer, and the first failure in a row is logged as a warning.
     *
     * @param away what the attempt failed with; its message goes into the log
     */
    public void failed(StoreUnavailableException away) {
        failures++;
        try {
            tell(away);
        } catch (RuntimeException | Error untold) {
            // The pause is what matters, and a log may be out of memory, too.
        }
    }

    private void tell(StoreUnavailableException away) {
        if (failures == 1) {
            logger.warn("Trace points wait: {}", away.getMessage());
        } else {
            logger.debug("Trace points still wait after {} attempts", failures, away);
        }
    }

    /** An attempt succeeded. */
    public void succeeded() {
        int overcome = failures;
        failures = 0;
        if (overcome > 0) {
            tellOfSuccess(overcome);
        }
    }

    private static void tellOfSuccess(int overcome) {
        try {
            logger.info("Trace points are stored again after {} failed attempts", overcome);
        } catch (RuntimeException | Error untold) {
            // What is stored stays stored.
        }
    }

    /**
     * Blocks the calling thread before the next attempt: 100 ms after the first failure, twice as long after each other one,
     * up to the longest pause. An interrupt ends the pause, and stays set.
     *
     * @param urgent whether somebody waits for the end by now; asked before each wait, so whoever makes it true unparks the
     *     thread. Once it says so, 100 ms are left of the pause
     */
    public void pause(BooleanSupplier urgent) {
        long pauseNanos = Math.min(maxNanos, FIRST_NANOS << Math.min(failures - 1, 20));
        long deadline = System.nanoTime() + pauseNanos;
        for (long left = pauseNanos; left > 0 && !urgent.getAsBoolean(); left = deadline - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
        if (urgent.getAsBoolean()) {
            LockSupport.parkNanos(this, FIRST_NANOS);
        }
    }
}
