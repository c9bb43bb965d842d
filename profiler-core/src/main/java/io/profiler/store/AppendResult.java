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

    /** Copies the list of rejections. The sums are the caller's to get right. */
    public AppendResult {
        rejections = List.copyOf(rejections);
    }

    /**
     * {@return that every point of a batch is stored}
     *
     * @param points size of the batch, those that the backend already had included
     */
    public static AppendResult allStored(int points) {
        return new AppendResult(points, 0, List.of());
    }

    /**
     * All but some of the batch are stored.
     *
     * @param points size of the batch
     * @param rejections one for each point that is not stored, in any order; copied
     * @return that the others are
     */
    public static AppendResult allBut(int points, List<Rejection> rejections) {
        return new AppendResult(points - rejections.size(), rejections.size(), rejections);
    }
}
