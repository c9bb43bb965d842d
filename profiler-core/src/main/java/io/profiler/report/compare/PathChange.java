// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.internal.BoundedTime;
import java.util.Comparator;
import java.util.List;

/**
 * What became of the spans of one path from one trace to another.
 *
 * @param names names of the spans from the root down
 * @param before what there is of them in the first trace; none if the path is new
 * @param after what there is of them in the second trace; none if the path is gone
 * @since 0.1
 */
public record PathChange(List<String> names, PathTotals before, PathTotals after) {

    /** First what is unfinished in one of the traces, then what changed most, by time and then by number. */
    static final Comparator<PathChange> BY_SIZE = Comparator.comparing(PathChange::isTimeKnown)
            .thenComparingLong(change -> -Math.abs(change.differenceMicros()))
            .thenComparingLong(change -> -Math.abs(change.differenceOfCounts()));

    /** Copies the names. */
    public PathChange {
        names = List.copyOf(names);
    }

    /** {@return whether the times tell what changed: not if a span of the path is unfinished in either trace} */
    public boolean isTimeKnown() {
        return before.unfinished() + after.unfinished() == 0;
    }

    /**
     * {@return the microseconds that the spans whose time is known take longer in the second trace; negative if they take
     * less}
     */
    public long differenceMicros() {
        return BoundedTime.minus(after.micros(), before.micros());
    }

    /** {@return how many spans more there are in the second trace; negative if there are fewer} */
    public long differenceOfCounts() {
        return after.count() - before.count();
    }
}
