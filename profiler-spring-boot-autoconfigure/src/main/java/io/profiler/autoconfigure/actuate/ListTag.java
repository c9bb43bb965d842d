// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever asks for the same list again that he has it already, without the list being made. What the store's mark does
 * not show, as points that come late to an old trace, shows when the tag's time is over.
 */
final class ListTag {

    private static final long LASTS_SECONDS = Duration.ofSeconds(20).toSeconds();

    private ListTag() {}

    /** The {@code ETag} of a list that is asked for now; null if the store has no mark. */
    static @Nullable String of(QueryParameters parameters, @Nullable String mark, Instant now) {
        if (mark == null) {
            return null;
        }
        String made = parameters + "\n" + mark + "\n" + now.getEpochSecond() / LASTS_SECONDS;
        return '"'
                + UUID.nameUUIDFromBytes(made.getBytes(StandardCharsets.UTF_8)).toString()
                + '"';
    }
}
