// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.PlacedSpan;
import java.util.BitSet;

/**
 * The lines that lead from a span to its parent, asked for in reading order. Only the innermost ones are drawn when
 * there are too many for the line; the number of those left out stands before them.
 */
final class TreeGuides {

    private static final int COLUMNS_PER_LEVEL = 3;

    private final TreeSymbols symbols;
    private final int levels;
    private final BitSet ended = new BitSet();

    TreeGuides(TreeSymbols symbols, int columns) {
        this.symbols = symbols;
        this.levels = Math.max(2, columns / COLUMNS_PER_LEVEL);
    }

    /** What stands before the name of the span. */
    String branch(PlacedSpan placed) {
        ended.set(placed.depth(), placed.last());
        return placed.depth() == 0 ? "" : above(placed.depth()) + symbols.branch(placed.last());
    }

    /** What stands before further text about the span. */
    String continuation(PlacedSpan placed) {
        String own = placed.depth() == 0 ? "" : symbols.line(placed.last());
        return above(placed.depth()) + own + symbols.line(!placed.parent());
    }

    private String above(int depth) {
        int drawnFrom = Math.max(1, depth - levels);
        StringBuilder guides = new StringBuilder();
        if (drawnFrom > 1) {
            guides.append(symbols.ellipsis()).append(drawnFrom - 1).append(' ');
        }
        for (int level = drawnFrom; level < depth; level++) {
            guides.append(symbols.line(ended.get(level)));
        }
        return guides.toString();
    }
}
