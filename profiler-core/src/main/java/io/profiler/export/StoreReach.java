// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a store could be reached when points were last sent to it.
 *
 * @param reached null before the first attempt
 * @param away why not, in a line without credentials; null unless it is away
 * @param since when the first of the attempts was that failed one after the other; null unless it is away
 * @since 0.1
 */
public record StoreReach(
        @Nullable Boolean reached,
        @Nullable String away,
        @Nullable Instant since) {

    /** Of a store to which nothing has been sent yet. */
    public static final StoreReach UNTRIED = new StoreReach(null, null, null);

    static final StoreReach REACHED = new StoreReach(true, null, null);

    /** After another attempt that failed. */
    StoreReach failed(@Nullable String message, Instant now) {
        return new StoreReach(false, message, since == null ? now : since);
    }
}
