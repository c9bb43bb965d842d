// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.internal.analysis.SpanFigures;
import org.jspecify.annotations.Nullable;

/**
 * What the spans of one path add up to in one trace.
 *
 * @param count how many there are
 * @param unfinished how many of them lack their start or stop, so that their time is unknown
 * @param micros sum of the durations of all others
 * @param errors how many ended with an error
 */
public record PathTotals(long count, long unfinished, long micros, long errors) {

    /** Of a path that a trace does not have, nothing. */
    static PathTotals of(@Nullable SpanFigures figures) {
        return figures == null
                ? new PathTotals(0, 0, 0, 0)
                : new PathTotals(figures.count(), figures.unfinished(), figures.totalMicros(), figures.errors());
    }
}
