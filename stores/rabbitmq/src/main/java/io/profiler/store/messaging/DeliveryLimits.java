// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

/**
 * How much of a queue a subscriber has in hand, so that its memory is bounded whatever others send.
 *
 * @param messages how many messages the broker may have sent ahead of what is settled
 * @param bytes how many bytes their bodies may have; when more come, all go back to the queue
 * @param messageBytes how many bytes the body of one may have; a larger one becomes a dead letter that nobody has read, of
 *     which the beginning is kept
 * @since 0.1
 */
public record DeliveryLimits(int messages, long bytes, int messageBytes) {

    private static final int BATCHES = 4;

    /** So that the next batch can be filled while one is stored. */
    long batchBytes() {
        return Math.max(1, bytes / BATCHES);
    }
}
