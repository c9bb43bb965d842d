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
     * @param max longest pause
     */
    public BackOff(Duration max) {
        this.maxNanos = TimeUnit.NANOSECONDS.convert(max);
    }

    /** An attempt failed. */
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

    /** Pauses, in short steps once somebody is waiting for the end. */
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
