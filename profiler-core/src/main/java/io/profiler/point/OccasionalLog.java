// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import java.util.regex.Pattern;
import org.slf4j.Logger;

/** Warns at most once a minute, so that a fault that repeats does not fill the log. Thread-safe. */
public final class OccasionalLog {

    private static final long INTERVAL_NANOS = 60_000_000_000L;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final Logger logger;
    private long lastNanos = System.nanoTime() - INTERVAL_NANOS;

    public OccasionalLog(Logger logger) {
        this.logger = logger;
    }

    /** Warns with the cause in a few words, and at debug level with all of it. */
    public void warn(String message, Throwable cause) {
        if (isDue()) {
            logger.warn("{}: {}", message, inOneLine(cause.toString()));
        }
        logger.debug(message, cause);
    }

    /** Warns. */
    public void warn(String message) {
        if (isDue()) {
            logger.warn(inOneLine(message));
        }
    }

    private static String inOneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
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
