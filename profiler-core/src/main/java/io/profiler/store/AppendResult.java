// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.List;

/**
 * What became of a batch: {@code stored + rejected} is its size.
 *
 * @param stored points that the backend now has, those it already had included
 * @param rejected points that the backend will never take
 * @param rejections which those are, and why; a {@link TraceStore} names all of them, a writer that is no store as many as
 *     it is told of
 * @since 0.1
 */
public record AppendResult(int stored, int rejected, List<Rejection> rejections) {

    public AppendResult {
        rejections = List.copyOf(rejections);
    }

    /** Every point of the batch is stored. */
    public static AppendResult allStored(int points) {
        return new AppendResult(points, 0, List.of());
    }

    /**
     * All but some of the batch are stored.
     *
     * @param points size of the batch
     * @param rejections one for each point that is not stored
     */
    public static AppendResult allBut(int points, List<Rejection> rejections) {
        return new AppendResult(points - rejections.size(), rejections.size(), rejections);
    }
}
