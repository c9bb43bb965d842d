// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

import java.time.Duration;

/**
 * How a collector moves trace points.
 *
 * @param prefetch how many messages the broker may have sent ahead of what is stored
 * @param batchSize how many trace points are stored by one call
 * @param flushInterval how long a trace point may wait for a batch to fill
 * @param maxBackOff longest pause between two attempts while the broker or the store is away
 * @since 0.1
 */
public record CollectorSettings(int prefetch, int batchSize, Duration flushInterval, Duration maxBackOff) {

    /** AMQP counts them in 16 bits. */
    private static final int MOST_PREFETCHED = 65_535;

    public CollectorSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size is " + batchSize + ", but has to be at least 1");
        }
        if (prefetch < batchSize || prefetch > MOST_PREFETCHED) {
            throw new IllegalArgumentException("the prefetch count is " + prefetch
                    + ", but has to be at least the batch size, " + batchSize + ", and at most " + MOST_PREFETCHED);
        }
    }

    /** Batches of 1,000 within 200 ms, and twice as many prefetched. */
    public static CollectorSettings defaults() {
        return new CollectorSettings(2_000, 1_000, Duration.ofMillis(200), Duration.ofSeconds(10));
    }
}
