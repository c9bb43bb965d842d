// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import java.io.PrintWriter;
import java.nio.CharBuffer;

/** A response's writer, whose characters the response counts before they are written; lines end as the container's do. */
final class ReceiptWriter extends PrintWriter {

    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private final PrintWriter writer;
    private final ReceiptResponse response;

    ReceiptWriter(PrintWriter writer, ReceiptResponse response) {
        super(writer);
        this.writer = writer;
        this.response = response;
    }

    @Override
    public void write(int c) {
        response.writing(bytes((char) c));
        writer.write(c);
    }

    @Override
    public void write(char[] text, int offset, int count) {
        response.writing(bytes(CharBuffer.wrap(text, offset, count)));
        writer.write(text, offset, count);
    }

    @Override
    public void write(String text, int offset, int count) {
        response.writing(bytes(CharBuffer.wrap(text, offset, offset + count)));
        writer.write(text, offset, count);
    }

    @Override
    public void write(char[] text) {
        write(text, 0, text.length);
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
    }

    @Override
    public void println() {
        response.writing(2);
        writer.println();
    }

    @Override
    public void flush() {
        response.sending();
        writer.flush();
    }

    @Override
    public void close() {
        response.sending();
        writer.close();
    }

    @Override
    public boolean checkError() {
        response.sending();
        return writer.checkError();
    }

    private static long bytes(CharSequence text) {
        return text.chars().mapToLong(c -> bytes((char) c)).sum();
    }

    private static long bytes(char c) {
        return c < 0x80 ? 1 : MOST_BYTES_OF_A_CHARACTER;
    }
}
