// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.internal.VisibleText;
import io.profiler.report.internal.text.TextWidth;
import io.profiler.store.TraceSummary;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/** A list of traces as the table that OSprofiler prints. */
final class TraceTable {

    private record Row(String baseId, String timestamp) {}

    private static final Row HEADINGS = new Row("base_id", "timestamp");

    private final List<Row> rows;
    private final int idColumns;
    private final int timestampColumns;

    TraceTable(List<TraceSummary> traces, Charset charset) {
        VisibleText text = new VisibleText(charset);
        this.rows = traces.stream()
                .map(trace -> new Row(text.of(trace.baseId()), text.of(trace.timestamp())))
                .toList();
        this.idColumns = widest(this.rows.stream().map(Row::baseId).toList(), HEADINGS.baseId());
        this.timestampColumns = widest(this.rows.stream().map(Row::timestamp).toList(), HEADINGS.timestamp());
    }

    private static int widest(List<String> cells, String heading) {
        return cells.stream().mapToInt(TextWidth::of).reduce(heading.length(), Math::max);
    }

    void print(PrintWriter out) {
        String rule = "+" + "-".repeat(idColumns + 2) + "+" + "-".repeat(timestampColumns + 2) + "+";
        out.println(rule);
        out.println(line(HEADINGS));
        out.println(rule);
        rows.forEach(row -> out.println(line(row)));
        out.println(rule);
    }

    private String line(Row row) {
        return "| " + left(row.baseId(), idColumns) + " | " + left(row.timestamp(), timestampColumns) + " |";
    }

    private static String left(String cell, int columns) {
        return cell + " ".repeat(columns - TextWidth.of(cell));
    }
}
