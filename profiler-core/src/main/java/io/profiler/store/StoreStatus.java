// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backend tells of itself; a part is null where it does not tell, or tells others only.
 *
 * @param server product and version
 * @param traces how many there are; where counting is too slow, about how many
 * @param points how many trace points they have
 * @param bytes what they take up, or what the whole server or file does where only that is known
 * @param missingIndexes names of the indexes that should be there and are not
 * @param clockAhead how far the server's clock is ahead of ours, negative if it is behind
 * @param writers who wrote the traces, as far as their form shows it
 * @since 0.1
 */
public record StoreStatus(
        @Nullable String server,
        @Nullable Long traces,
        @Nullable Long points,
        @Nullable Long bytes,
        @Nullable List<String> missingIndexes,
        @Nullable Duration clockAhead,
        @Nullable String writers) {

    /** Of a backend that tells nothing. */
    public static final StoreStatus UNTOLD = new StoreStatus(null, null, null, null, null, null, null);
}
