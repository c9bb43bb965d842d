// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.backend.Retention;
import java.time.Duration;
import java.time.Instant;

/** How long Redis keeps what belongs to a trace after the last points that were appended to it. */
final class Expiry {

    /** A batch whose answer got lost is sent again within seconds, or within hours if the way to the server is down. */
    private static final Duration IDS_REMEMBERED = Duration.ofDays(1);

    private final Retention retention;

    Expiry(Retention retention) {
        this.retention = retention;
    }

    /** 0 for forever. */
    long retentionMillis() {
        Duration kept = retention.duration();
        return kept == null ? 0 : Math.max(1, kept.toMillis());
    }

    long rememberedMillis() {
        long longest = IDS_REMEMBERED.toMillis();
        long kept = retentionMillis();
        return kept == 0 ? longest : Math.min(longest, kept);
    }

    /** Traces that were last active before this leave the index. */
    long forgottenScore() {
        Instant cutoff = retention.cutoff();
        return ActivityIndex.score(cutoff == null ? Instant.EPOCH : cutoff);
    }
}
