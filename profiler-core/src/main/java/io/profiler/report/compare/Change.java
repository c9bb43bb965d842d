// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.internal.BoundedTime;
import java.util.Comparator;
import java.util.List;

/**
 * What became of some spans from the traces of one side to those of the other.
 *
 * @param path what leads to them from the root down, themselves at the end; themselves alone where spans are put together
 *     wherever they stand
 * @param before what there is of them in the first traces; none if they are new
 * @param after what there is of them in the second traces; none if they are gone
 * @since 0.1
 */
public record Change(List<Step> path, PathTotals before, PathTotals after) {

    /**
     * First what is unfinished in one of the traces, then what changed most: by self time, which is nobody else's, by time, and
     * by number.
     */
    static final Comparator<Change> BY_SIZE = Comparator.comparing(Change::isTimeKnown)
            .thenComparingLong(change -> -Math.abs(change.selfDifferenceMicros()))
            .thenComparingLong(change -> -Math.abs(change.differenceMicros()))
            .thenComparingLong(change -> -Math.abs(change.differenceOfCounts()));

    /** Copies the path. */
    public Change {
        path = List.copyOf(path);
    }

    /** {@return the spans themselves, without what leads to them} */
    public Step step() {
        return path.get(path.size() - 1);
    }

    /** {@return whether the times tell what changed: not if a span is unfinished in a trace} */
    public boolean isTimeKnown() {
        return !before.isUnfinished() && !after.isUnfinished();
    }

    /** {@return the difference in microseconds; positive if the spans whose time is known take longer in the second traces} */
    public long differenceMicros() {
        return BoundedTime.minus(after.micros().median(), before.micros().median());
    }

    /** {@return the same of the time in which they were at work themselves} */
    public long selfDifferenceMicros() {
        return BoundedTime.minus(
                after.selfMicros().median(), before.selfMicros().median());
    }

    /** {@return the difference of their number; positive if there are more in the second traces} */
    public long differenceOfCounts() {
        return after.count().median() - before.count().median();
    }
}
