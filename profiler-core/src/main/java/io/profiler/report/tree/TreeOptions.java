// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a tree is shown.
 *
 * @param charset charset of the place; tree lines and data that it cannot hold are written in ASCII
 * @param coloured whether to mark up with ANSI escape sequences
 * @param columns greatest width of a line on the screen; at least {@link #MIN_COLUMNS}
 * @param folded whether siblings that do the same one after the other share a line
 * @since 0.1
 */
public record TreeOptions(Charset charset, boolean coloured, int columns, boolean folded) {

    /** Below this a line has no room for the id and the time of a trace. */
    public static final int MIN_COLUMNS = 80;

    /** Takes fewer columns than {@link #MIN_COLUMNS} for that many. */
    public TreeOptions {
        columns = Math.max(columns, MIN_COLUMNS);
    }

    /**
     * With siblings that do the same one after the other in one line.
     *
     * @param charset charset of the place
     * @param coloured whether to mark up with ANSI escape sequences
     * @param columns greatest width of a line on the screen
     */
    public TreeOptions(Charset charset, boolean coloured, int columns) {
        this(charset, coloured, columns, true);
    }

    /** {@return the same with a line for each span} */
    public TreeOptions unfolded() {
        return new TreeOptions(charset, coloured, columns, false);
    }

    /** {@return UTF-8, no colours, and lines of up to 160 characters: for files} */
    public static TreeOptions plain() {
        return new TreeOptions(StandardCharsets.UTF_8, false, 160);
    }
}
