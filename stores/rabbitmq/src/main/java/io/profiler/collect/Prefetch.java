// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

import io.profiler.store.messaging.DeliveryLimits;

/**
 * How many messages are in hand: fewer when they turn out to be large or anything fails, and more again when they turn out
 * to be small. Confined to the collector's thread.
 */
final class Prefetch {

    private static final int STEP = 4;

    private final CollectorSettings settings;
    private int count;
    private int wanted;
    private long settled;

    Prefetch(CollectorSettings settings) {
        this.settings = settings;
        this.count = settings.prefetch();
        this.wanted = count;
    }

    /** For the next subscription. */
    DeliveryLimits limits() {
        count = wanted;
        settled = 0;
        return new DeliveryLimits(count, settings.bytesInHand(), settings.messageBytes());
    }

    /** Whether another subscription would do better than this. */
    boolean isChanging() {
        return wanted != count;
    }

    /**
     * @param messages how many were settled
     * @param mostBytesInHand of the subscription so far
     */
    void settled(int messages, long mostBytesInHand) {
        settled += messages;
        if (mostBytesInHand > settings.bytesInHand() / 2) {
            lower();
        } else if (settled >= (long) STEP * count && mostBytesInHand < settings.bytesInHand() / (2 * STEP)) {
            wanted = Math.min(settings.prefetch(), STEP * count);
        }
    }

    void lower() {
        wanted = Math.max(1, count / STEP);
    }
}
