// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.report.VisibleText;
import io.profiler.store.TraceSummary;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/** A list of traces as the table that OSprofiler prints. */
final class TraceTable {

    private static final TraceSummary HEADINGS = new TraceSummary("base_id", "timestamp");

    private final List<TraceSummary> traces;
    private final int idColumns;
    private final int timestampColumns;

    TraceTable(List<TraceSummary> traces, Charset charset) {
        VisibleText text = new VisibleText(charset);
        this.traces = traces.stream()
                .map(trace -> new TraceSummary(text.of(trace.baseId()), text.of(trace.timestamp())))
                .toList();
        this.idColumns = widest(this.traces.stream().map(TraceSummary::baseId).toList(), HEADINGS.baseId());
        this.timestampColumns =
                widest(this.traces.stream().map(TraceSummary::timestamp).toList(), HEADINGS.timestamp());
    }

    private static int widest(List<String> cells, String heading) {
        return cells.stream().mapToInt(TraceTable::length).reduce(heading.length(), Math::max);
    }

    void print(PrintWriter out) {
        String rule = "+" + "-".repeat(idColumns + 2) + "+" + "-".repeat(timestampColumns + 2) + "+";
        out.println(rule);
        out.println(row(HEADINGS));
        out.println(rule);
        traces.forEach(trace -> out.println(row(trace)));
        out.println(rule);
    }

    private String row(TraceSummary trace) {
        return "| " + left(trace.baseId(), idColumns) + " | " + left(trace.timestamp(), timestampColumns) + " |";
    }

    private static String left(String cell, int columns) {
        return cell + " ".repeat(columns - length(cell));
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
