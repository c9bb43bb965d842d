// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long Redis keeps what belongs to a trace after the last points that were appended to it. */
final class Expiry {

    /** A batch whose answer got lost is sent again within seconds, or within hours if the way to the server is down. */
    private static final Duration IDS_REMEMBERED = Duration.ofDays(1);

    private final @Nullable Duration retention;

    /**
     * @param retention null for ever
     */
    Expiry(@Nullable Duration retention) {
        this.retention = retention;
    }

    /** 0 for ever. */
    long retentionMillis() {
        return retention == null ? 0 : Math.max(1, retention.toMillis());
    }

    long rememberedMillis() {
        long longest = IDS_REMEMBERED.toMillis();
        return retention == null ? longest : Math.min(longest, retentionMillis());
    }

    /** Traces that were last active before this leave the index. */
    long forgottenScore() {
        return ActivityIndex.score(
                retention == null ? Instant.EPOCH : Instant.now().minus(retention));
    }
}
