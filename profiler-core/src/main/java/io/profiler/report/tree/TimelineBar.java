// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.internal.analysis.Stretch;

/** Draws when the spans of a row ran, as a part of a stretch of time. */
final class TimelineBar {

    private final TreeSymbols symbols;
    private final int cells;
    private final long fromMicros;
    private final long totalMicros;

    TimelineBar(TreeSymbols symbols, int cells, Stretch stretch) {
        this.symbols = symbols;
        this.cells = cells;
        this.fromMicros = stretch.fromMicros();
        this.totalMicros = Math.max(1, stretch.durationMicros());
    }

    String of(TreeRow row) {
        int from = Math.min(cell(row.fromMicros()), cells - 1);
        int to = Math.max((int) Math.ceil(position(row.toMicros())), from + 1);
        StringBuilder bar = new StringBuilder(cells);
        for (int cell = 0; cell < cells; cell++) {
            bar.append(from <= cell && cell < to ? symbols.busy() : symbols.idle());
        }
        return bar.toString();
    }

    private int cell(long micros) {
        return (int) position(micros);
    }

    private double position(long micros) {
        return Math.max(0, Math.min(cells, ((double) micros - fromMicros) * cells / totalMicros));
    }
}
