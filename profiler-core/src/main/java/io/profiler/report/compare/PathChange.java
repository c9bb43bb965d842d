// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.analysis.FigureCollector;
import io.profiler.report.analysis.SpanPath;
import java.util.List;

/**
 * What the spans of one path add up to in two traces.
 *
 * @param names names of the spans from the root down
 * @param countBefore how many there are in the first trace, 0 if the path is new
 * @param countAfter how many there are in the second trace, 0 if the path is gone
 * @param microsBefore sum of their durations in the first trace
 * @param microsAfter sum of their durations in the second trace
 * @param errorsBefore how many of them ended with an error in the first trace
 * @param errorsAfter how many of them ended with an error in the second trace
 */
public record PathChange(
        List<String> names,
        long countBefore,
        long countAfter,
        long microsBefore,
        long microsAfter,
        long errorsBefore,
        long errorsAfter) {

    public PathChange {
        names = List.copyOf(names);
    }

    static PathChange of(SpanPath path, FigureCollector before, FigureCollector after) {
        return new PathChange(
                path.names(),
                before.count(),
                after.count(),
                before.totalMicros(),
                after.totalMicros(),
                before.errors(),
                after.errors());
    }

    /** Positive if the spans take longer in the second trace. */
    public long differenceMicros() {
        return microsAfter - microsBefore;
    }

    /** Positive if there are more spans in the second trace. */
    public long differenceOfCounts() {
        return countAfter - countBefore;
    }
}
