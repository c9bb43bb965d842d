// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.admission.Admitted;
import io.profiler.autoconfigure.EndpointPath;
import io.profiler.autoconfigure.TraceEnd;
import io.profiler.autoconfigure.TraceIdHeader;
import io.profiler.propagation.HeaderVerdict;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out which trace a request asks to be part of: by a token, else by OSprofiler's headers, else by its browser. */
final class RequestTraces {

    private static final Pattern PLAIN = Pattern.compile("\\w[\\w.-]*");

    private final HeaderVerifier verifier;
    private final RecordedBrowsers browsers;
    private final EndpointPath endpoint;

    RequestTraces(HeaderVerifier verifier, RecordedBrowsers browsers, EndpointPath endpoint) {
        this.verifier = verifier;
        this.browsers = browsers;
        this.endpoint = endpoint;
    }

    /** The trace; null if none was asked for as it must be, or the request is part of one already. */
    @Nullable
    TraceContext askedFor(HttpServletRequest request) {
        String token = request.getHeader(TraceToken.HEADER);
        String info = request.getHeader(SignedHeaders.TRACE_INFO);
        String cookie = token == null && info == null ? browsers.token(request) : null;
        if (token == null && info == null && cookie == null || ProfiledRequest.of(request) != null) {
            return null;
        }
        if (cookie != null) {
            return by(verifier::verifyCookie, cookie, request);
        }
        TraceContext context = token == null ? null : by(verifier::verifyToken, token, request);
        return context == null && info != null ? byHeaders(info, request) : context;
    }

    /** What verifies a token. */
    @FunctionalInterface
    private interface Verifying {
        HeaderVerdict of(String token, String method, String path);
    }

    /** The method and path that the container was asked for: what filters make of them, a client can choose. */
    private static @Nullable TraceContext by(Verifying verifying, String token, HttpServletRequest request) {
        return Innermost.of(request) instanceof HttpServletRequest sent
                ? verifying.of(token, sent.getMethod(), sent.getRequestURI()).context()
                : null;
    }

    private @Nullable TraceContext byHeaders(String info, HttpServletRequest request) {
        return verifier.verify(info, request.getHeader(SignedHeaders.TRACE_HMAC))
                .context();
    }

    /** By which headers others get another answer: no cache may hand this one's receipt to them. */
    static String vary(HttpServletRequest request) {
        return request.getHeader(TraceToken.HEADER) == null && request.getHeader(SignedHeaders.TRACE_INFO) == null
                ? "Cookie"
                : TraceIdHeader.VARY;
    }

    /** Where a trace can be looked at; null if the application does not show its traces here. */
    @Nullable
    String link(String traceId, HttpServletRequest request) {
        String path = endpoint.get();
        return path == null ? null : request.getContextPath() + path + below(traceId);
    }

    /** Servers refuse some ids as part of a path, browsers take two dots for the way up, and one is a page's. */
    private static String below(String traceId) {
        return PLAIN.matcher(traceId).matches() && !traceId.equals(EndpointPath.COVERAGE)
                ? '/' + traceId
                : "?traceId=" + URLEncoder.encode(traceId, StandardCharsets.UTF_8);
    }

    /** What is to be done when a request of a trace has ended. */
    Runnable whenEnded(TraceContext context, Admitted admitted) {
        return new TraceEnd(admitted, verifier, context);
    }
}
