// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How long requests of a route take lately: counts of times that are alike by a fifth. Numbers that threads have lost to each other
 * move nothing. Thread-safe.
 */
final class RouteTimes {

    /** Fewer say nothing of the one in a hundred. */
    static final int LEAST = 100;

    /** From then on older ones count half. */
    private static final int MOST = 2_048;

    private static final int JUDGED_EVERY = 64;
    private static final int ONE_IN = 100;
    private static final int MUCH_LONGER = 2;
    private static final long UNKNOWN_SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long NEVER_SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Buckets of an octave, as a power of two. */
    private static final int PARTS = 2;

    private final AtomicIntegerArray counts = new AtomicIntegerArray(Long.SIZE << PARTS);
    private final AtomicInteger added = new AtomicInteger();
    private volatile long slowNanos = UNKNOWN_SLOW_NANOS;

    /**
     * Adds one, and tells whether it took more than twice as long as all but one in a hundred before, and 10 ms at least; or a
     * second, as long as too few are known.
     */
    boolean addAndCompare(long nanos) {
        boolean isSlow = nanos >= slowNanos;
        counts.incrementAndGet(bucket(nanos));
        int count = added.incrementAndGet();
        if (count % JUDGED_EVERY == 0 || count == LEAST) {
            judge(count);
        }
        return isSlow;
    }

    private void judge(int count) {
        if (count >= LEAST) {
            slowNanos = Math.max(NEVER_SLOW_NANOS, MUCH_LONGER * allButOneIn(count));
        }
        if (count >= MOST && added.compareAndSet(count, count / 2)) {
            for (int i = 0; i < counts.length(); i++) {
                counts.set(i, counts.get(i) / 2);
            }
        }
    }

    private long allButOneIn(int count) {
        int longer = 0;
        for (int i = counts.length() - 1; i >= 0; i--) {
            longer += counts.get(i);
            if (longer * ONE_IN > count) {
                return upperBound(i);
            }
        }
        return 0;
    }

    private static int bucket(long nanos) {
        long least = Math.max(nanos, 1L << PARTS);
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(least);
        return octave << PARTS | (int) (least >>> octave - PARTS) & (1 << PARTS) - 1;
    }

    private static long upperBound(int bucket) {
        int octave = bucket >>> PARTS;
        long part = bucket & (1 << PARTS) - 1;
        return (1L << PARTS) + part + 1 << octave - PARTS;
    }
}
