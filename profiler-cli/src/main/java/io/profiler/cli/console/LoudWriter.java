// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * Throws {@link OutputFailure}, which a PrintWriter passes on, where it would keep an IOException to itself and let a
 * command go on writing to nobody.
 */
final class LoudWriter extends Writer {

    private final Writer writer;

    LoudWriter(OutputStream stream, Charset charset) {
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, charset));
    }

    @Override
    public void write(char[] text, int offset, int length) {
        try {
            writer.write(text, offset, length);
        } catch (IOException failed) {
            throw new OutputFailure(failed);
        }
    }

    @Override
    public void flush() {
        try {
            writer.flush();
        } catch (IOException failed) {
            throw new OutputFailure(failed);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
