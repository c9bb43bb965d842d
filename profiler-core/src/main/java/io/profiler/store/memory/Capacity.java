// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.memory;

/**
 * How much is kept in memory.
 *
 * @param points so many trace points
 * @param characters so many characters of their texts
 */
record Capacity(long points, long characters) {

    static final Capacity UNBOUNDED = new Capacity(Long.MAX_VALUE, Long.MAX_VALUE);

    /** More than most points have, and a bound to those that hold a long statement or stack each. */
    private static final int CHARACTERS_PER_POINT = 1_000;

    static Capacity ofPoints(int points) {
        return new Capacity(points, (long) points * CHARACTERS_PER_POINT);
    }
}
