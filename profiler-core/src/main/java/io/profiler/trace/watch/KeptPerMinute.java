// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many requests may be kept in a minute; one route may have half, so that whoever makes one slow hides no other. Routes are
 * the application's, and bounded by that. Thread-safe.
 *
 * @since 0.1
 */
public final class KeptPerMinute {

    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private final int mostOfRoute;
    private final LongSupplier nanoClock;
    private final Map<String, Integer> byRoute = new HashMap<>();
    private long minuteBeganNanos;
    private int inMinute;
    private long kept;
    private long refused;

    /**
     * Nothing is kept yet.
     *
     * @param most how many in a minute
     */
    public KeptPerMinute(int most) {
        this(most, System::nanoTime);
    }

    KeptPerMinute(int most, LongSupplier nanoClock) {
        this.most = most;
        this.mostOfRoute = most - most / 2;
        this.nanoClock = nanoClock;
        this.minuteBeganNanos = nanoClock.getAsLong();
    }

    /**
     * {@return whether one more may be kept}
     *
     * @param route what its path was matched by; the same for all whose path was matched by nothing
     */
    public synchronized boolean take(String route) {
        long now = nanoClock.getAsLong();
        if (now - minuteBeganNanos >= MINUTE_NANOS) {
            minuteBeganNanos = now;
            inMinute = 0;
            byRoute.clear();
        }
        if (inMinute >= most || byRoute.getOrDefault(route, 0) >= mostOfRoute) {
            refused++;
            return false;
        }
        byRoute.merge(route, 1, Integer::sum);
        inMinute++;
        kept++;
        return true;
    }

    /** {@return how many could be kept} */
    public synchronized long kept() {
        return kept;
    }

    /** {@return how many could not be kept} */
    public synchronized long refused() {
        return refused;
    }
}
