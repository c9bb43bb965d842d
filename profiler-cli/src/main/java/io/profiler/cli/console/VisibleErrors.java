// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import io.profiler.internal.VisibleText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Standard error for those who log: what a line holds can neither control a terminal nor begin another line. */
public final class VisibleErrors extends PrintStream {

    private final Charset charset;

    /**
     * @param charset charset of the stream
     */
    public VisibleErrors(OutputStream stream, Charset charset) {
        super(stream, true, charset);
        this.charset = charset;
    }

    /** A logger's message. */
    @Override
    public void println(String line) {
        super.println(visibleText().of(String.valueOf(line)));
    }

    /** A line of a stack trace, which is indented by a tab. */
    @Override
    public void println(Object line) {
        super.println(visibleText().of(String.valueOf(line).replace("\t", "    ")));
    }

    /** What handlers write, who encode by themselves. */
    @Override
    public void write(byte[] bytes, int offset, int length) {
        byte[] visible = visibleText()
                .linesOf(new String(bytes, offset, length, charset))
                .getBytes(charset);
        super.write(visible, 0, visible.length);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Several threads may log at once. */
    private VisibleText visibleText() {
        return new VisibleText(charset);
    }
}
