// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

/**
 * What a collector has done so far.
 *
 * @param stored trace points that the store has, those that it had already included
 * @param unreadable messages that are dead letters because they are no trace points
 * @param rejected trace points that are dead letters because the store refuses them for good
 * @param waiting messages that waited in the queue when it was last looked at, at most a second ago while messages come
 * @since 0.1
 */
public record CollectorCounts(long stored, long unreadable, long rejected, long waiting) {

    static final CollectorCounts NONE = new CollectorCounts(0, 0, 0, 0);

    CollectorCounts plus(long stored, long unreadable, long rejected) {
        return new CollectorCounts(
                this.stored + stored, this.unreadable + unreadable, this.rejected + rejected, waiting);
    }

    CollectorCounts withWaiting(long waiting) {
        return new CollectorCounts(stored, unreadable, rejected, waiting);
    }
}
