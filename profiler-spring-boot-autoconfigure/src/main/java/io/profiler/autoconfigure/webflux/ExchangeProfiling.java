// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.admission.Admission;
import io.profiler.admission.Admitted;
import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.OpenPhases;
import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.autoconfigure.TraceEnd;
import io.profiler.autoconfigure.Unrecorded;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.SpanTimes;
import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** Decides which requests are profiled. */
final class ExchangeProfiling {

    private final HeaderVerifier verifier;
    private final Admission admission;
    private final Profiler profiler;
    private final ExchangeSpans spans;
    private final String basePath;

    /**
     * @param basePath what the application's own paths begin with, empty for nothing
     */
    ExchangeProfiling(
            HeaderVerifier verifier, Admission admission, Profiler profiler, ExchangeSpans spans, String basePath) {
        this.verifier = verifier;
        this.admission = admission;
        this.profiler = profiler;
        this.spans = spans;
        this.basePath = basePath;
    }

    /** The trace that a request asks to be part of, by a token or else by OSprofiler's headers; null for none. */
    @Nullable
    TraceContext askedFor(ServerHttpRequest request) {
        String token = request.getHeaders().getFirst(TraceToken.HEADER);
        String info = request.getHeaders().getFirst(SignedHeaders.TRACE_INFO);
        TraceContext context = token == null ? null : byToken(token, request);
        return context == null && info != null ? byHeaders(info, request) : context;
    }

    private @Nullable TraceContext byToken(String token, ServerHttpRequest request) {
        return verifier.verifyToken(token, request.getMethod().name(), sentPath(request))
                .context();
    }

    /** Without the prefix that a header has put before it: a client can choose that. */
    private String sentPath(ServerHttpRequest request) {
        String path = request.getURI().getRawPath();
        String prefix = request.getPath().contextPath().value();
        return prefix.equals(basePath) || !path.startsWith(prefix) ? path : path.substring(prefix.length());
    }

    private @Nullable TraceContext byHeaders(String info, ServerHttpRequest request) {
        return verifier.verify(info, request.getHeaders().getFirst(SignedHeaders.TRACE_HMAC))
                .context();
    }

    /** Opens a trace, which no thread records by itself; null if there is no room for it. */
    @Nullable
    ExchangeTrace open(TraceContext context, ServerWebExchange exchange) {
        Admitted admitted = admission.admit(context);
        return admitted == null ? null : open(context, admitted, exchange);
    }

    /** Where nothing can tell of the end, nothing is admitted. */
    private @Nullable ExchangeTrace open(TraceContext context, Admitted admitted, ServerWebExchange exchange) {
        try (ProfiledScope scope = profiler.open(context)) {
            return Unrecorded.is(scope, admitted) ? null : openHere(context, admitted, exchange, scope);
        } catch (Throwable fault) {
            admitted.profilerFailed();
            throw fault;
        }
    }

    private @Nullable ExchangeTrace openHere(
            TraceContext context, Admitted admitted, ServerWebExchange exchange, ProfiledScope scope) {
        TracePosition top = TracePosition.current();
        if (top == null) {
            admitted.profilerFailed();
            scope.end();
            return null;
        }
        TraceEnd ofTrace = new TraceEnd(admitted, verifier, context);
        try {
            return begin(top, exchange, scope, () -> {
                scope.end();
                ofTrace.run();
            });
        } catch (Throwable fault) {
            scope.end();
            throw fault;
        }
    }

    private ExchangeTrace begin(
            TracePosition top, ServerWebExchange exchange, ProfiledScope scope, Runnable whenEnded) {
        long nanoTime = System.nanoTime();
        RequestPhases phases = new RequestPhases();
        phases.begin(RequestPhase.PROFILER, nanoTime);
        SpanTimes times = SpanTimes.watch();
        Span started = Guard.call(() -> spans.start(top, exchange.getRequest(), nanoTime));
        Span span = started == null ? Span.NOOP : started;
        Guard.run(() -> new ExchangeReceipt(top.context().baseId(), times).tellWith(exchange.getResponse()));
        Guard.run(() -> exchange.getAttributes().put(RequestPhases.ATTRIBUTE, phases));
        TracePosition below = TracePosition.below(span);
        if (below == null) {
            scope.endsLater();
        }
        phases.enter(RequestPhase.FILTERS);
        ExchangeTrace trace = new ExchangeTrace(below == null ? top : below, end -> {
            try {
                OpenPhases.end(span);
                spans.stop(span, end, exchange, phases);
            } finally {
                close(times, whenEnded);
            }
        });
        OpenPhases.begin(span, phases);
        return trace;
    }

    private static void close(SpanTimes times, Runnable whenEnded) {
        try {
            times.close();
        } finally {
            whenEnded.run();
        }
    }
}
