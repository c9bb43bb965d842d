// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Stretch;

/** Draws when a span ran, as a part of a stretch of time. */
final class TimelineBar {

    static final int CELLS = 12;

    private final TreeSymbols symbols;
    private final long fromMicros;
    private final long totalMicros;

    TimelineBar(TreeSymbols symbols, Stretch stretch) {
        this.symbols = symbols;
        this.fromMicros = stretch.fromMicros();
        this.totalMicros = Math.max(1, stretch.durationMicros());
    }

    String of(ReportSpan span) {
        int from = Math.min(cell(span.startedMicros()), CELLS - 1);
        int to = Math.max((int) Math.ceil(position(span.finishedMicros())), from + 1);
        StringBuilder bar = new StringBuilder(CELLS);
        for (int cell = 0; cell < CELLS; cell++) {
            bar.append(from <= cell && cell < to ? symbols.busy() : symbols.idle());
        }
        return bar.toString();
    }

    private int cell(long micros) {
        return (int) position(micros);
    }

    private double position(long micros) {
        return Math.max(0, Math.min(CELLS, ((double) micros - fromMicros) * CELLS / totalMicros));
    }
}
