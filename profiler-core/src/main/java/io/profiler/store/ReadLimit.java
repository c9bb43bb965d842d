// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/**
 * How much of a trace may be read at once, so that what others stored does not decide on the memory of whoever reads it.
 *
 * @param points how many trace points at most
 * @param characters how many characters they may have together, in texts and names
 * @since 0.1
 */
public record ReadLimit(long points, long characters) {

    /** No limit. */
    public static final ReadLimit NONE = new ReadLimit(Long.MAX_VALUE, Long.MAX_VALUE);

    /**
     * Checks both limits.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public ReadLimit {
        if (points < 1 || characters < 1) {
            throw new IllegalArgumentException("a limit is not positive: " + points + ", " + characters);
        }
    }
}
