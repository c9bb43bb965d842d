// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import java.util.Arrays;

/** Adds spans up, of one trace or of several. Not thread-safe. */
final class FigureCollector {

    private long[] durations = new long[4];
    private int complete;
    private long count;
    private long totalMicros;
    private long selfMicros;
    private long errors;

    /** Adds a span, with the time in which it was at work itself. */
    void add(ReportSpan span, long selfMicros) {
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

    /** What has been added so far. */
    SpanFigures figures() {
        long[] sorted = Arrays.copyOf(durations, Math.max(1, complete));
        Arrays.sort(sorted);
        return new SpanFigures(
                count,
                count - complete,
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
