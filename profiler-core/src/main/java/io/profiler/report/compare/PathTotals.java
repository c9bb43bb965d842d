// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.internal.analysis.SpanFigures;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the spans of one row of a comparison add up to in the traces of one side.
 *
 * @param count how many there are, unfinished ones included; 0 if a trace has none
 * @param unfinished how many of them have no start or no stop, so that their time is unknown
 * @param micros sum of the durations of all others, in microseconds
 * @param selfMicros sum of the times in which they were at work themselves, in microseconds
 * @param errors how many ended with an error
 * @since 0.1
 */
public record PathTotals(Spread count, Spread unfinished, Spread micros, Spread selfMicros, Spread errors) {

    /** Of figures by trace; a trace that has no such spans has null. */
    static PathTotals of(List<@Nullable SpanFigures> traces) {
        return new PathTotals(
                spread(traces, SpanFigures::count),
                spread(traces, SpanFigures::unfinished),
                spread(traces, SpanFigures::totalMicros),
                spread(traces, SpanFigures::selfMicros),
                spread(traces, SpanFigures::errors));
    }

    private static Spread spread(List<@Nullable SpanFigures> traces, ToLongFunction<SpanFigures> figure) {
        long[] values = new long[traces.size()];
        Arrays.setAll(values, trace -> {
            SpanFigures figures = traces.get(trace);
            return figures == null ? 0 : figure.applyAsLong(figures);
        });
        return Spread.of(values);
    }

    /** Whether a trace has such a span whose time is unknown. */
    boolean isUnfinished() {
        return unfinished.max() > 0;
    }
}
