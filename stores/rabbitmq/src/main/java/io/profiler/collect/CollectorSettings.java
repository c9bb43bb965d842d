// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

import io.profiler.store.messaging.DeliveryLimits;
import java.time.Duration;

/**
 * How a collector moves trace points.
 *
 * @param prefetch how many messages the broker may have sent ahead of what is stored
 * @param batchSize how many trace points are stored by one call
 * @param flushInterval how long a trace point may wait for a batch to fill
 * @param maxBackOff longest pause between two attempts while the broker or the store is away
 * @param messageBytes how many bytes a message may have; a larger one becomes a dead letter that nobody has read
 * @param bytesInHand how many bytes all messages in hand may have; fewer are prefetched when more come
 * @since 0.1
 */
public record CollectorSettings(
        int prefetch, int batchSize, Duration flushInterval, Duration maxBackOff, int messageBytes, long bytesInHand) {

    /** AMQP counts them in 16 bits. */
    private static final int MOST_PREFETCHED = 65_535;

    private static final int LEAST_MESSAGE_BYTES = 16 << 10;

    /** Two thousand times what a trace point usually has. */
    private static final int MESSAGE_BYTES = 1 << 20;

    private static final int SHARE_OF_MEMORY = 8;

    /**
     * Checks what the broker and the memory bound.
     *
     * @throws IllegalArgumentException if the batch size, the prefetch count or the size of a message is out of its bounds
     */
    public CollectorSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size is " + batchSize + ", but has to be at least 1");
        }
        if (prefetch < batchSize || prefetch > MOST_PREFETCHED) {
            throw new IllegalArgumentException("the prefetch count is " + prefetch
                    + ", but has to be at least the batch size, " + batchSize + ", and at most " + MOST_PREFETCHED);
        }
        if (messageBytes < LEAST_MESSAGE_BYTES) {
            throw new IllegalArgumentException("the size of a message is " + messageBytes
                    + " bytes, but has to be at least " + LEAST_MESSAGE_BYTES);
        }
    }

    /**
     * With an eighth of the heap for what is in hand.
     *
     * @param prefetch how many messages the broker may have sent ahead of what is stored; the batch size to 65,535
     * @param batchSize how many trace points are stored by one call; at least 1
     * @param flushInterval how long a trace point may wait for a batch to fill
     * @param maxBackOff longest pause between two attempts while the broker or the store is away
     * @param messageBytes how many bytes a message may have; at least 16 KiB
     * @throws IllegalArgumentException if a number is out of its bounds, naming it
     */
    public CollectorSettings(
            int prefetch, int batchSize, Duration flushInterval, Duration maxBackOff, int messageBytes) {
        this(
                prefetch,
                batchSize,
                flushInterval,
                maxBackOff,
                messageBytes,
                Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    /** {@return the limits of a subscriber that only looks whether the queue can be had: one message in hand} */
    public DeliveryLimits toLook() {
        return new DeliveryLimits(1, bytesInHand, messageBytes);
    }

    /** {@return batches of 1,000 within 200 ms, twice as many prefetched, and messages of at most 1 MiB} */
    public static CollectorSettings defaults() {
        return new CollectorSettings(2_000, 1_000, Duration.ofMillis(200), Duration.ofSeconds(10), MESSAGE_BYTES);
    }
}
