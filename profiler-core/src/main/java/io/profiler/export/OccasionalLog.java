// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import org.slf4j.Logger;

/** Warns at most once a minute, so that a fault that repeats does not fill the log. Thread-safe. */
final class OccasionalLog {

    private static final long INTERVAL_NANOS = 60_000_000_000L;

    private final Logger logger;
    private long lastNanos = System.nanoTime() - INTERVAL_NANOS;

    OccasionalLog(Logger logger) {
        this.logger = logger;
    }

    void warn(String message, Throwable cause) {
        if (isDue()) {
            logger.warn("{}: {}", message, cause.toString());
        }
        logger.debug(message, cause);
    }

    private synchronized boolean isDue() {
        long now = System.nanoTime();
        if (now - lastNanos < INTERVAL_NANOS) {
            return false;
        }
        lastNanos = now;
        return true;
    }
}
