// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.report.internal.text.TextWidth;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** A table without lines: each column is as wide as its widest cell. */
final class TextTable {

    /** How many letters of a text that may have any number of them. */
    static final int LONGEST_TEXT = 200;

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * One column.
     *
     * @param heading what stands above it
     * @param rightAligned whether its cells end below each other, as numbers do
     */
    record Column(String heading, boolean rightAligned) {}

    TextTable(Column... columns) {
        this.columns = List.of(columns);
        this.rows.add(this.columns.stream().map(Column::heading).toList());
    }

    /** The beginning of what would make a column, and with it all its rows, wider than anybody reads. */
    static String cut(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest)) + "...";
    }

    /** Adds a row; its cells are safe to print. */
    void add(String... cells) {
        rows.add(List.of(cells));
    }

    void print(PrintWriter out) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            widths.add(width(column));
        }
        rows.forEach(row -> out.print(line(row, widths) + "\n"));
    }

    /** The table without a final newline. */
    String text() {
        StringWriter printed = new StringWriter();
        print(new PrintWriter(printed));
        return printed.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> TextWidth.of(row.get(column)))
                .max()
                .orElse(0);
    }

    private String line(List<String> row, List<Integer> widths) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(widths.get(column) - TextWidth.of(cell));
            cells.add(columns.get(column).rightAligned() ? blanks + cell : cell + blanks);
        }
        return String.join(GAP, cells).stripTrailing();
    }
}
