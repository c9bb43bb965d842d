// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Standard output: text for people in the charset of the place, and next to it what is a file, whose bytes are the same in
 * every place. Whatever cannot be written ends in an {@link OutputFailure}.
 */
public final class StandardOutput extends PrintWriter {

    private final OutputStream stream;

    private StandardOutput(OutputStream stream, Charset charset) {
        super(new LoudWriter(stream, charset));
        this.stream = stream;
    }

    public static StandardOutput to(OutputStream stream, Charset charset) {
        return new StandardOutput(new BufferedOutputStream(stream), charset);
    }

    public static StandardOutput in(Charset charset) {
        return to(new FileOutputStream(FileDescriptor.out), charset);
    }

    /** Lines end alike on every system. */
    @Override
    public void println() {
        write('\n');
    }

    /** For what is a file in UTF-8. */
    public PrintWriter file() {
        flush();
        return new PrintWriter(new LoudWriter(stream, StandardCharsets.UTF_8));
    }

    /** Writes the first of these bytes as they are, for who reads them at once. */
    public void bytes(byte[] bytes, int length) {
        flush();
        try {
            stream.write(bytes, 0, length);
            stream.flush();
        } catch (IOException failed) {
            throw new OutputFailure(failed);
        }
    }
}
