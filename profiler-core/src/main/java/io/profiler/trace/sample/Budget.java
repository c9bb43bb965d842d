// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps what looks cost to a share of one core: what has not been spent for a while may be spent at once, and when that is
 * spent, looks become as rare as they must. For the sampler alone.
 */
final class Budget {

    static final double SHARE = 0.02;

    private static final long MOST_SAVED_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final double WEIGHT_OF_LATEST = 1.0 / 16;

    private final LongSupplier spentNanos;
    private double savedNanos = MOST_SAVED_NANOS;
    private double nanosPerLook;
    private long lastSpentNanos;
    private long lastNanos;

    /**
     * @param spentNanos what all looks have cost so far
     */
    Budget(LongSupplier spentNanos, long nowNanos) {
        this.spentNanos = spentNanos;
        this.lastSpentNanos = spentNanos.getAsLong();
        this.lastNanos = nowNanos;
    }

    /** Accounts for some looks. */
    void made(int looks, long nowNanos) {
        long spent = spentNanos.getAsLong();
        double cost = spent - lastSpentNanos;
        savedNanos = Math.min(MOST_SAVED_NANOS, savedNanos + SHARE * (nowNanos - lastNanos) - cost);
        if (looks > 0) {
            double latest = cost / looks;
            nanosPerLook += (latest - nanosPerLook) * (nanosPerLook == 0 ? 1 : WEIGHT_OF_LATEST);
        }
        lastSpentNanos = spent;
        lastNanos = nowNanos;
    }

    /**
     * How much of a core the looks at one request may take by now. All have the same part of what there is; what one does not
     * need of its part is for those that need more.
     *
     * @param all the requests that are looked at
     */
    double part(Collection<Looks> all) {
        if (savedNanos > 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[] loads = all.stream().mapToDouble(this::load).sorted().toArray();
        double left = SHARE;
        int enough = 0;
        while (enough < loads.length && loads[enough] <= left / (loads.length - enough)) {
            left -= loads[enough];
            enough++;
        }
        return enough == loads.length ? Double.POSITIVE_INFINITY : left / (loads.length - enough);
    }

    /** How much rarer than asked for the next looks at a request have to be, so that they take no more than a part. */
    double stretch(Looks request, double part) {
        return Math.max(1, load(request) / part);
    }

    private double load(Looks looks) {
        return nanosPerLook * looks.threadsAtOnce() / looks.rounds().everyNanos();
    }
}
