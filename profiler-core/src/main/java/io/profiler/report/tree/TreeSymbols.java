// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import java.nio.charset.Charset;

/** The characters a tree is drawn with. */
enum TreeSymbols {
    UNICODE("├─ ", "└─ ", "│  ", "✗ ", "…", "µs", "×", '▇', '·'),
    ASCII("|- ", "`- ", "|  ", "x ", "...", "us", "x", '#', '.');

    private final String branch;
    private final String lastBranch;
    private final String line;
    private final String error;
    private final String ellipsis;
    private final String microsecond;
    private final String times;
    private final char busy;
    private final char idle;

    TreeSymbols(
            String branch,
            String lastBranch,
            String line,
            String error,
            String ellipsis,
            String microsecond,
            String times,
            char busy,
            char idle) {
        this.branch = branch;
        this.lastBranch = lastBranch;
        this.line = line;
        this.error = error;
        this.ellipsis = ellipsis;
        this.microsecond = microsecond;
        this.times = times;
        this.busy = busy;
        this.idle = idle;
    }

    /** The symbols that a charset can write. */
    static TreeSymbols in(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode(UNICODE.all()) ? UNICODE : ASCII;
    }

    private String all() {
        return branch + lastBranch + line + error + ellipsis + microsecond + times + busy + idle;
    }

    String branch(boolean last) {
        return last ? lastBranch : branch;
    }

    String line(boolean last) {
        return last ? "   " : line;
    }

    String error() {
        return error;
    }

    String ellipsis() {
        return ellipsis;
    }

    String microsecond() {
        return microsecond;
    }

    String times() {
        return times;
    }

    char busy() {
        return busy;
    }

    char idle() {
        return idle;
    }
}
