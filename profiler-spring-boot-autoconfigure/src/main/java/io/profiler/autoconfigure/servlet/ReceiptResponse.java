// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Hands the caller a receipt: the trace at once, and once more after a reset, because applications reset a response before
 * they write a file; the times right before the first byte is on its way.
 */
final class ReceiptResponse extends HttpServletResponseWrapper {

    private final Receipt receipt;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;
    private long length = Long.MAX_VALUE;
    private long written;
    private boolean sent;

    ReceiptResponse(HttpServletResponse response, Receipt receipt) {
        super(response);
        this.receipt = receipt;
        Guard.run(() -> receipt.tellTrace(response));
    }

    /** Tells the times, as what follows may send the response. */
    void sending() {
        if (!sent) {
            Guard.run(() -> receipt.tellTimes((HttpServletResponse) getResponse()));
            sent = isCommitted();
        }
    }

    /** Tells the times if a number of bytes more may send the response. */
    void writing(long bytes) {
        written += bytes;
        if (written >= length || written >= getBufferSize()) {
            sending();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new ReceiptStream(super.getOutputStream(), this);
            sending();
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new ReceiptWriter(super.getWriter(), this);
            sending();
        }
        return writer;
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
        super.setContentLength(bytes);
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
        super.setContentLengthLong(bytes);
    }

    @Override
    public void flushBuffer() throws IOException {
        sending();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        sending();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sending();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        sending();
        super.sendRedirect(location);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        sending();
        super.sendRedirect(location, status, clearBuffer);
    }

    @Override
    public void reset() {
        super.reset();
        written = 0;
        stream = null;
        writer = null;
        Guard.run(() -> receipt.tellTrace((HttpServletResponse) getResponse()));
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        written = 0;
    }
}
