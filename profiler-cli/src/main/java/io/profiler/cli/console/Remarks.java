// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import io.profiler.internal.VisibleText;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lines on standard error, whatever data they hold. */
public final class Remarks {

    private final PrintWriter terminal;
    private final VisibleText visibleText;
    private final boolean seen;
    private final AtomicBoolean lastLineIsTaken = new AtomicBoolean();

    /**
     * @param charset charset of the stream
     * @param seen whether a person sees it at once
     */
    public Remarks(OutputStream stream, Charset charset, boolean seen) {
        this.seen = seen;
        this.terminal = new PrintWriter(stream, true, charset);
        this.visibleText = new VisibleText(charset);
    }

    /** Adds a remark, and says whose it is. */
    public void add(String message) {
        addLine("profiler: " + message);
    }

    public void addLine(String line) {
        terminal.print(visibleText.of(line) + "\n");
        terminal.flush();
    }

    /** Whether a person sees them at once, on a terminal. */
    public boolean areSeen() {
        return seen;
    }

    /** Whether nobody else draws in the last line of the terminal by now. */
    boolean takeLastLine() {
        return lastLineIsTaken.compareAndSet(false, true);
    }

    void giveLastLineBack() {
        lastLineIsTaken.set(false);
    }

    /** Writes to standard error itself, for what moves the cursor there. */
    public PrintWriter terminal() {
        return terminal;
    }
}
