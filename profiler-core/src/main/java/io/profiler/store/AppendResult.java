// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/**
 * What became of a batch.
 *
 * @param stored points that the backend now has, those it already had included
 * @param rejected points that the backend will never take
 */
public record AppendResult(int stored, int rejected) {

    /** Every point of the batch is stored. */
    public static AppendResult allStored(int points) {
        return new AppendResult(points, 0);
    }
}
