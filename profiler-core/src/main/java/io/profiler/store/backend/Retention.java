// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long trace points are kept. A server that deletes by itself is told their {@linkplain #expiry expiry}; for others the
 * store deletes what is older than the {@linkplain #cutoff cutoff}.
 *
 * @param duration null if they are kept forever
 * @param clock what tells the time
 * @since 0.1
 */
public record Retention(@Nullable Duration duration, Clock clock) {

    /**
     * By the clock of this computer.
     *
     * @param duration null if they are kept forever
     */
    public Retention(@Nullable Duration duration) {
        this(duration, Clock.systemUTC());
    }

    /** {@return until when what is written now is kept; null if that is forever} */
    public @Nullable Instant expiry() {
        return duration == null ? null : clock.instant().plus(duration);
    }

    /** {@return the moment before which what was written is kept no more; null if everything is kept} */
    public @Nullable Instant cutoff() {
        return duration == null ? null : clock.instant().minus(duration);
    }
}
