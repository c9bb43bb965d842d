// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

/**
 * What became of all trace points so far, as of one moment: {@code recorded = stored + dropped + waiting}.
 *
 * @param stored points that the store has
 * @param waiting points that are not stored yet, in memory and in the file of {@link SpoolSettings}, those included that an
 *     earlier run left there
 * @param droppedQueueFull points that found no room, or not beside what their trace has already
 * @param droppedQueueBytes points that found none for what they say
 * @param droppedRejected points that the store refuses for good, or that could not be read
 * @param droppedShutdown points that were not stored when the exporter was closed, or came later
 * @param droppedLimit points that were not made, because as much is recorded of their trace as may be
 * @since 0.1
 */
public record PointCounts(
        long stored,
        long waiting,
        long droppedQueueFull,
        long droppedQueueBytes,
        long droppedRejected,
        long droppedShutdown,
        long droppedLimit) {

    static final PointCounts NONE = new PointCounts(0, 0, 0, 0, 0, 0, 0);

    PointCounts plus(PointCounts other) {
        return new PointCounts(
                stored + other.stored,
                waiting + other.waiting,
                droppedQueueFull + other.droppedQueueFull,
                droppedQueueBytes + other.droppedQueueBytes,
                droppedRejected + other.droppedRejected,
                droppedShutdown + other.droppedShutdown,
                droppedLimit + other.droppedLimit);
    }

    PointCounts withOverLimit(long points) {
        return new PointCounts(
                stored, waiting, droppedQueueFull, droppedQueueBytes, droppedRejected, droppedShutdown, points);
    }

    /** {@return every point that a span or the end of a request has made, or would have made but for a limit} */
    public long recorded() {
        return stored + waiting + dropped();
    }

    /** {@return points that are lost, for whatever reason} */
    public long dropped() {
        return droppedQueueFull + droppedQueueBytes + droppedRejected + droppedShutdown + droppedLimit;
    }
}
