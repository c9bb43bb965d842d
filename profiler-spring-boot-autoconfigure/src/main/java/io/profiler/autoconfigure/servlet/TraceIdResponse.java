// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.propagation.SignedHeaders;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.regex.Pattern;

/** Tells the id of the trace, and once more after a reset: applications reset a response before they write a file. */
final class TraceIdResponse extends HttpServletResponseWrapper {

    private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,254}[\\x21-\\x7e])?");

    private final String traceId;

    private TraceIdResponse(HttpServletResponse response, String traceId) {
        super(response);
        this.traceId = traceId;
    }

    /** A response that tells the id; the given one, if no header can hold it. */
    static HttpServletResponse of(HttpServletResponse response, String traceId) {
        if (!HEADER_TEXT.matcher(traceId).matches()) {
            return response;
        }
        TraceIdResponse telling = new TraceIdResponse(response, traceId);
        telling.tell();
        return telling;
    }

    private void tell() {
        setHeader(SignedHeaders.TRACE_ID, traceId);
    }

    @Override
    public void reset() {
        super.reset();
        tell();
    }
}
