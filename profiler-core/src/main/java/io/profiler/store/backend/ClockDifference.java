// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares a server's clock with ours, as if the answer was made in the middle between question and answer.
 *
 * @since 0.1
 */
public final class ClockDifference {

    private ClockDifference() {}

    /**
     * {@return how far the server's clock is ahead of ours, negative if it is behind; null if it does not tell}
     *
     * @param serverTime asks the server, once and on the calling thread; gives null if it does not tell. What it throws is
     *     thrown
     */
    public static @Nullable Duration measure(Supplier<@Nullable Instant> serverTime) {
        Instant asked = Instant.now();
        long askedNanos = System.nanoTime();
        Instant answer = serverTime.get();
        Duration halfWay = Duration.ofNanos((System.nanoTime() - askedNanos) / 2);
        return answer == null ? null : Duration.between(asked.plus(halfWay), answer);
    }
}
