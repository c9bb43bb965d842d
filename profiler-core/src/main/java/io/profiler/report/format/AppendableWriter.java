// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Lets a library write to where a report goes; closing it closes nothing. */
final class AppendableWriter extends Writer {

    private final Appendable out;

    AppendableWriter(Appendable out) {
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
