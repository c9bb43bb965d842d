// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * A backend's index of failed traces, on its writing side. The trace points are stored by the time it is its turn: what
 * fails here is told now and then, is tried again with later batches, and holds up nothing. Thread-safe.
 *
 * @since 0.1
 */
public final class ErrorIndex {

    /** What has failed is sent again with each batch, so it has to stay few. */
    private static final int MOST_KEPT = 100;

    private static final long SLOW_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int PAUSE_PER_SLOW_ATTEMPT = 10;

    private final String consequence;
    private final OccasionalLog log;
    /** In the order of the last errors. */
    private final Map<String, String> unwritten = new LinkedHashMap<>();

    private long pausedNanos;
    private long pauseBegunNanos;

    /**
     * Nothing is asked of the server yet.
     *
     * @param consequence what it means if nothing can be written to it, for the log
     * @param logger the store's own; it is given a warning a minute at most
     */
    public ErrorIndex(String consequence, Logger logger) {
        this.consequence = consequence;
        this.log = new OccasionalLog(logger);
    }

    /**
     * Prepares the index, or deletes from it. A failure is logged, as the others of the index are.
     *
     * @param work asks the server; may throw
     * @return whether it did not throw
     */
    public boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException refused) {
            log.warn(consequence + ": " + refused.getMessage());
            return false;
        }
    }

    /**
     * Writes the failed traces among the points, and those that could not be written before: the last 100 of them.
     * Asks nothing of the server while it has been slow to fail. A failure is logged, and not thrown.
     *
     * @param points a batch that has been stored, those without an error included
     * @param sender writes the timestamp of a trace's last error, by its id; throws if the same may be written later
     */
    public synchronized void record(List<TracePoint> points, Consumer<Map<String, String>> sender) {
        for (TracePoint point : points) {
            if (point.errorType() != null) {
                unwritten.remove(point.baseId());
                unwritten.put(point.baseId(), point.timestamp());
            }
        }
        if (!unwritten.isEmpty() && !isPaused() && send(sender)) {
            unwritten.clear();
        }
        forgetOldest();
    }

    private boolean isPaused() {
        return pausedNanos > 0 && System.nanoTime() - pauseBegunNanos < pausedNanos;
    }

    /** An index that is slow to fail would else slow down all that is stored. */
    private boolean send(Consumer<Map<String, String>> sender) {
        long begunNanos = System.nanoTime();
        boolean done = attempt(() -> sender.accept(unwritten));
        pauseBegunNanos = System.nanoTime();
        long tookNanos = pauseBegunNanos - begunNanos;
        pausedNanos = done || tookNanos < SLOW_NANOS ? 0 : PAUSE_PER_SLOW_ATTEMPT * tookNanos;
        return done;
    }

    private void forgetOldest() {
        Iterator<String> oldest = unwritten.keySet().iterator();
        for (int excess = unwritten.size() - MOST_KEPT; excess > 0; excess--) {
            oldest.next();
            oldest.remove();
        }
    }
}
