// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

/** One line of bounded length; what does not fit is cut and marked. */
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
        int length = text.codePointCount(0, text.length());
        if (length <= room) {
            room -= length;
            return text;
        }
        int kept = text.offsetByCodePoints(0, Math.max(0, room - ellipsis.length()));
        room = 0;
        return text.substring(0, kept) + ellipsis;
    }

    String text() {
        return coloured ? line.toString() : line.toString().stripTrailing();
    }
}
