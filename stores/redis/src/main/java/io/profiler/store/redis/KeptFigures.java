// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.TraceSummary;
import org.jspecify.annotations.Nullable;

/**
 * A list, with what the script keeps beside it.
 *
 * @param baseId id of the trace
 * @param points how many there are in the list
 * @param errors how many of those that the script has added up failed
 * @param summary null if the script has not added up all of them
 */
record KeptFigures(
        String baseId, long points, long errors, @Nullable TraceSummary summary) {

    static KeptFigures of(String baseId, long points, TraceFigures figures) {
        return new KeptFigures(
                baseId, points, figures.errors(), figures.areOf(points) ? figures.summary(baseId) : null);
    }
}
