// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import io.profiler.trace.watch.KeptPerMinute;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of the requests that have ended are kept. Asked by every request, which waits for no other. Thread-safe.
 *
 * @since 0.1
 */
public final class Keeping {

    private static final String NO_ROUTE = "";

    private final FlightRecorder recorder;
    private final KeepingRules rules;
    private final LongSupplier nanoClock;
    private final long beganNanos;
    private final KeptPerMinute perMinute;
    private final Routes routes = new Routes();
    private final AtomicLongArray kept = new AtomicLongArray(KeptBecause.values().length);

    /**
     * None is kept yet.
     *
     * @param recorder counts those that are not kept though they are worth it
     * @param rules which are
     */
    public Keeping(FlightRecorder recorder, KeepingRules rules) {
        this(recorder, rules, System::nanoTime);
    }

    Keeping(FlightRecorder recorder, KeepingRules rules, LongSupplier nanoClock) {
        this.recorder = recorder;
        this.rules = rules;
        this.nanoClock = nanoClock;
        this.beganNanos = nanoClock.getAsLong();
        this.perMinute = new KeptPerMinute(rules.perMinute());
    }

    /**
     * {@return why a request is to be kept; null if it is not}
     *
     * @param route what its path was matched by; null for nothing
     * @param tookNanos how long it took; negative if it was meant to last
     * @param hasFailed whether it has
     */
    public @Nullable KeptBecause because(@Nullable String route, long tookNanos, boolean hasFailed) {
        Route known = routes.of(route == null ? NO_ROUTE : route);
        boolean isSlow = isSlow(known, tookNanos);
        if (hasFailed || isSlow) {
            return worthIt(hasFailed ? KeptBecause.FAILED : KeptBecause.SLOW, known.name());
        }
        return rules.perRoute() > 0 && known.takeIn(minute(), rules.perRoute()) ? counted(KeptBecause.SAMPLED) : null;
    }

    private long minute() {
        return TimeUnit.NANOSECONDS.toMinutes(nanoClock.getAsLong() - beganNanos);
    }

    private boolean isSlow(Route route, long tookNanos) {
        Duration slowFrom = rules.slowFrom();
        if (tookNanos < 0) {
            return false;
        }
        return slowFrom == null
                ? route.times().addAndCompare(tookNanos)
                : tookNanos >= TimeUnit.NANOSECONDS.convert(slowFrom);
    }

    private @Nullable KeptBecause worthIt(KeptBecause because, String route) {
        if (perMinute.take(route)) {
            return counted(because);
        }
        recorder.miss(Missed.PER_MINUTE);
        return null;
    }

    private KeptBecause counted(KeptBecause because) {
        kept.incrementAndGet(because.ordinal());
        return because;
    }

    /**
     * {@return how many were to be kept}
     *
     * @param because why
     */
    public long kept(KeptBecause because) {
        return kept.get(because.ordinal());
    }
}
