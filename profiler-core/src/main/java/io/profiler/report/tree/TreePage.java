// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.internal.VisibleText;
import io.profiler.report.internal.text.TextWidth;
import java.io.IOException;

/** Where the lines of a tree go, and how data gets onto them. */
final class TreePage {

    private static final int CHARACTERS_A_COLUMN = 8;
    private static final String INDENT = "  ";

    private final Appendable out;
    private final TreeOptions options;
    private final TreeSymbols symbols;
    private final VisibleText visibleText;
    private boolean empty = true;

    TreePage(Appendable out, TreeOptions options) {
        this.out = out;
        this.options = options;
        this.symbols = TreeSymbols.in(options.charset());
        this.visibleText = new VisibleText(options.charset());
    }

    TreeSymbols symbols() {
        return symbols;
    }

    int columns() {
        return options.columns();
    }

    boolean isFolded() {
        return options.folded();
    }

    TreeLine line() {
        return new TreeLine(options, symbols);
    }

    /** Data made safe; hardly more of it than a line can show, even of letters with many accents. */
    String visible(String data) {
        int most = CHARACTERS_A_COLUMN * columns();
        return data.length() <= most
                ? visibleText.of(data)
                : visibleText.of(data.substring(0, most)) + symbols.ellipsis();
    }

    /** Words that are no data, in letters that the place can show. */
    String words(String text) {
        return text.replace("µs", symbols.microsecond()).replace("…", symbols.ellipsis());
    }

    /** Text in as many lines as it takes, all but the first indented. */
    void wrap(TextStyle style, String text) throws IOException {
        StringBuilder fitting = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!fitting.isEmpty() && TextWidth.of(fitting + " " + word) > columns()) {
                write(line().add(style, fitting.toString()));
                fitting.setLength(0);
                fitting.append(INDENT);
            }
            fitting.append(fitting.isEmpty() || fitting.toString().equals(INDENT) ? "" : " ")
                    .append(word);
        }
        write(line().add(style, fitting.toString()));
    }

    void write(TreeLine line) throws IOException {
        if (!empty) {
            out.append('\n');
        }
        empty = false;
        out.append(line.text());
    }
}
