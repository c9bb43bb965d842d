// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

/**
 * A list, with what the script keeps beside it.
 *
 * @param baseId id of the trace
 * @param points how many there are in the list
 * @param figures of all of them, of some, or of none
 */
record KeptFigures(String baseId, long points, TraceFigures figures) {

    boolean areWhole() {
        return figures.areOf(points);
    }
}
