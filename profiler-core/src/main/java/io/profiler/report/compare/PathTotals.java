// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.internal.analysis.SpanFigures;
import org.jspecify.annotations.Nullable;

/**
 * What the spans of one path add up to in one trace.
 *
 * @param count how many there are, unfinished ones included; 0 if the trace has no such path
 * @param unfinished how many of them have no start or no stop, so that their time is unknown
 * @param micros sum of the durations of all others, in microseconds
 * @param errors how many ended with an error
 * @since 0.1
 */
public record PathTotals(long count, long unfinished, long micros, long errors) {

    /** Of a path that a trace does not have, nothing. */
    static PathTotals of(@Nullable SpanFigures figures) {
        return figures == null
                ? new PathTotals(0, 0, 0, 0)
                : new PathTotals(figures.count(), figures.unfinished(), figures.totalMicros(), figures.errors());
    }
}
