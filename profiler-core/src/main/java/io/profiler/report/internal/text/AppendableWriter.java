// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.text;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Passes on what is written; closing it closes nothing. */
public final class AppendableWriter extends Writer {

    private final Appendable out;

    public AppendableWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        out.append(CharBuffer.wrap(text, offset, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
