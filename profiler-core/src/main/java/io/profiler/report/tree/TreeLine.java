// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.internal.text.TextWidth;

/** One line of bounded width; what does not fit is cut and marked. */
final class TreeLine {

    private final StringBuilder line = new StringBuilder();
    private final boolean coloured;
    private final String ellipsis;
    private int room;

    TreeLine(TreeOptions options, TreeSymbols symbols) {
        this.coloured = options.coloured();
        this.ellipsis = symbols.ellipsis();
        this.room = options.columns();
    }

    TreeLine add(TextStyle style, String text) {
        if (room > 0) {
            String fitting = fit(text);
            line.append(coloured ? style.apply(fitting) : fitting);
        }
        return this;
    }

    private String fit(String text) {
        int width = TextWidth.of(text);
        if (width <= room) {
            room -= width;
            return text;
        }
        String kept = TextWidth.beginning(text, Math.max(0, room - ellipsis.length()));
        room = 0;
        return kept + ellipsis;
    }

    String text() {
        return coloured ? line.toString() : line.toString().stripTrailing();
    }
}
