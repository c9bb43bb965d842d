// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * Standard output that fails loudly: a PrintWriter around it passes {@link OutputFailure} on, where it would keep an
 * IOException to itself and let a command go on writing to nobody.
 */
final class StandardOutput extends Writer {

    private final Writer writer;

    StandardOutput(OutputStream stream, Charset charset) {
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, charset));
    }

    static StandardOutput in(Charset charset) {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out), charset);
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
