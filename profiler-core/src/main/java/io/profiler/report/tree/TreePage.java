// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.point.VisibleText;
import java.io.IOException;

/** Where the lines of a tree go, and how data gets onto them. */
final class TreePage {

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

    TreeLine line() {
        return new TreeLine(options, symbols);
    }

    /** Data made safe; no more of it than a line can show. */
    String visible(String data) {
        boolean fits = data.length() <= columns();
        return visibleText.of(fits ? data : data.substring(0, columns() + 1));
    }

    void write(TreeLine line) throws IOException {
        if (!empty) {
            out.append('\n');
        }
        empty = false;
        out.append(line.text());
    }
}
