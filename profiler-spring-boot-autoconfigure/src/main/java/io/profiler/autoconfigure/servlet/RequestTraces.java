// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Finds out which trace a request asks to be part of: by a token, else by OSprofiler's headers, else by its browser. */
final class RequestTraces {

    private final HeaderVerifier verifier;
    private final RecordedBrowsers browsers;

    RequestTraces(HeaderVerifier verifier, RecordedBrowsers browsers) {
        this.verifier = verifier;
        this.browsers = browsers;
    }

    /** The trace; null if none was asked for as it must be, or the request is part of one already. */
    @Nullable
    TraceContext askedFor(HttpServletRequest request) {
        String token = request.getHeader(TraceToken.HEADER);
        String info = request.getHeader(SignedHeaders.TRACE_INFO);
        if (token == null && info == null) {
            token = browsers.token(request);
        }
        if (token == null && info == null || ProfiledRequest.of(request) != null) {
            return null;
        }
        TraceContext context = token == null ? null : byToken(token, request);
        return context == null && info != null ? byHeaders(info, request) : context;
    }

    /** The method and path that the container was asked for: what filters make of them, a client can choose. */
    private @Nullable TraceContext byToken(String token, HttpServletRequest request) {
        return Innermost.of(request) instanceof HttpServletRequest sent
                ? verifier.verifyToken(token, sent.getMethod(), sent.getRequestURI())
                        .context()
                : null;
    }

    private @Nullable TraceContext byHeaders(String info, HttpServletRequest request) {
        return verifier.verify(info, request.getHeader(SignedHeaders.TRACE_HMAC))
                .context();
    }

    /** A request of a trace has ended. */
    void ended(String baseId) {
        verifier.ended(baseId);
    }
}
