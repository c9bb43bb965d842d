// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A response's stream, whose bytes the response counts before they are written. */
final class ReceiptStream extends ServletOutputStream {

    private final ServletOutputStream stream;
    private final ReceiptResponse response;

    ReceiptStream(ServletOutputStream stream, ReceiptResponse response) {
        this.stream = stream;
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        response.writing(1);
        stream.write(b);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        response.writing(bytes.length);
        stream.write(bytes);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        response.writing(count);
        stream.write(bytes, offset, count);
    }

    @Override
    public void write(ByteBuffer buffer) throws IOException {
        response.writing(buffer.remaining());
        stream.write(buffer);
    }

    @Override
    public void print(String text) throws IOException {
        response.writing(text == null ? 4 : text.length());
        stream.print(text);
    }

    @Override
    public void flush() throws IOException {
        response.sending();
        stream.flush();
    }

    @Override
    public void close() throws IOException {
        response.sending();
        stream.close();
    }

    @Override
    public boolean isReady() {
        return stream.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        stream.setWriteListener(listener);
    }
}
