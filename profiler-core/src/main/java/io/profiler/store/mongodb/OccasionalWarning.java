// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** A warning in one line, at most once a minute, for what every batch may repeat. */
final class OccasionalWarning {

    private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Logger logger;
    private final AtomicLong lastNanos = new AtomicLong(System.nanoTime() - INTERVAL_NANOS);

    OccasionalWarning(Logger logger) {
        this.logger = logger;
    }

    void warn(String message) {
        long last = lastNanos.get();
        long now = System.nanoTime();
        if (now - last >= INTERVAL_NANOS && lastNanos.compareAndSet(last, now)) {
            logger.warn(message.replaceAll("\\p{Cntrl}+", " "));
        }
    }
}
