// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.point.BoundedTime;
import io.profiler.report.ReportSpan;
import java.util.Arrays;

/** Adds spans up, of one trace or of several. Not thread-safe. */
public final class FigureCollector {

    private long[] durations = new long[4];
    private int complete;
    private long count;
    private long totalMicros;
    private long selfMicros;
    private long errors;

    /** Adds a span, with the time in which it was at work itself. */
    public void add(ReportSpan span, long selfMicros) {
        count++;
        this.selfMicros = BoundedTime.plus(this.selfMicros, selfMicros);
        errors += span.error() == null ? 0 : 1;
        if (span.isFinished()) {
            addDuration(span.durationMicros());
        }
    }

    private void addDuration(long micros) {
        if (complete == durations.length) {
            durations = Arrays.copyOf(durations, 2 * complete);
        }
        durations[complete++] = micros;
        totalMicros = BoundedTime.plus(totalMicros, micros);
    }

    /** How many spans have been added. */
    public long count() {
        return count;
    }

    /** How many of them lack their start or stop. */
    public long unfinished() {
        return count - complete;
    }

    /** Sum of the durations of the others. */
    public long totalMicros() {
        return totalMicros;
    }

    /** How many of all ended with an error. */
    public long errors() {
        return errors;
    }

    /** What has been added so far. */
    public SpanFigures figures() {
        long[] sorted = Arrays.copyOf(durations, Math.max(1, complete));
        Arrays.sort(sorted);
        return new SpanFigures(
                count,
                unfinished(),
                totalMicros,
                selfMicros,
                sorted[0],
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                sorted[sorted.length - 1],
                errors);
    }

    private static long percentile(long[] sorted, int percent) {
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) rank - 1];
    }
}
