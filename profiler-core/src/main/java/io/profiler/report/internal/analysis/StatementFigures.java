// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.ReportSpan;
import org.jspecify.annotations.Nullable;

/**
 * What the executions of one statement add up to, with whatever values.
 *
 * @param figures of its spans
 * @param longest the span that took longest
 * @param rows how many rows they returned and changed, as far as spans tell; null if none does
 * @param duplicates how many of them had the same text as one before and, as far as those are recorded, the same values
 */
public record StatementFigures(
        SpanFigures figures, ReportSpan longest, @Nullable Long rows, long duplicates) {

    /** How long one took, in microseconds; 0 if none has ended. */
    public long averageMicros() {
        long finished = figures.count() - figures.unfinished();
        return finished == 0 ? 0 : figures.totalMicros() / finished;
    }
}
