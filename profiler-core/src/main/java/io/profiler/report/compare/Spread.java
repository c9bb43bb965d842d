// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import java.util.Arrays;

/**
 * A figure of several traces. Of one trace all three are the same.
 *
 * @param median the middle one; of an even number the mean of the two in the middle, rounded up
 * @param min the smallest
 * @param max the largest
 * @since 0.1
 */
public record Spread(long median, long min, long max) {

    static final Spread NONE = new Spread(0, 0, 0);

    /** Of at least one value. */
    static Spread of(long... values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(median(sorted), sorted[0], sorted[sorted.length - 1]);
    }

    private static long median(long[] sorted) {
        long lower = sorted[(sorted.length - 1) / 2];
        long upper = sorted[sorted.length / 2];
        return upper - (upper - lower) / 2;
    }

    /** Whether some value of the one is not beyond all of the other, so that the difference may be chance. */
    boolean overlaps(Spread other) {
        return min <= other.max && other.min <= max;
    }
}
