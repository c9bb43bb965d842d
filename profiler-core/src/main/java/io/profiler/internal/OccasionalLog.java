// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import org.slf4j.Logger;

/**
 * Warns at most once a minute, so that a fault that repeats does not fill the log, and in one line that moves no cursor,
 * whatever the data in it. Never throws. Thread-safe.
 */
public final class OccasionalLog {

    private static final long INTERVAL_NANOS = 60_000_000_000L;

    private final Logger logger;
    private long lastNanos = System.nanoTime() - INTERVAL_NANOS;

    /**
     * Has a minute of its own.
     *
     * @param logger by whose name and level it warns
     */
    public OccasionalLog(Logger logger) {
        this.logger = logger;
    }

    /**
     * Warns with the cause in a few words, and at debug level with all of it.
     *
     * @param message what happened
     * @param cause why
     */
    public void warn(String message, Throwable cause) {
        try {
            if (takeTurn()) {
                logger.warn("{}: {}", VisibleText.inMessage(message), VisibleText.inMessage(cause));
            }
            logger.debug(message, cause);
        } catch (RuntimeException | Error untold) {
            makeDue();
        }
    }

    /**
     * Warns.
     *
     * @param message what happened
     */
    public void warn(String message) {
        try {
            if (takeTurn()) {
                logger.warn(VisibleText.inMessage(message));
            }
        } catch (RuntimeException | Error untold) {
            makeDue();
        }
    }

    /**
     * What is told is a fault that somebody survives, so telling must not be one that he does not. Takes no memory, of which
     * there may be none.
     */
    private synchronized void makeDue() {
        lastNanos = System.nanoTime() - INTERVAL_NANOS;
    }

    private synchronized boolean takeTurn() {
        long now = System.nanoTime();
        if (now - lastNanos < INTERVAL_NANOS) {
            return false;
        }
        lastNanos = now;
        return true;
    }
}
