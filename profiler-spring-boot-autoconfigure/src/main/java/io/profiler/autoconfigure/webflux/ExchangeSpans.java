// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestDescription;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.propagation.TraceParent;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ServerWebExchange;

/** The span around a whole exchange. */
final class ExchangeSpans {

    /** Name that WebFlux gives the pattern of the path it has matched. */
    private static final String ROUTE = "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern";

    private static final int OK = 200;

    private final boolean traced;
    private final RequestDescription description;
    private final UnknownErrors unknownErrors;

    ExchangeSpans(boolean traced, RequestDescription description, UnknownErrors unknownErrors) {
        this.traced = traced;
        this.description = description;
        this.unknownErrors = unknownErrors;
    }

    Span start(TracePosition top, ServerHttpRequest request, long nanoTime) {
        if (!traced) {
            return Span.NOOP;
        }
        Map<String, Object> info = describe(top, request);
        description.addProcess(info, nanoTime, true);
        return top.startedAt(RequestDescription.SPAN_NAME, info, nanoTime);
    }

    private Map<String, Object> describe(TracePosition top, ServerHttpRequest request) {
        URI uri = request.getURI();
        return description.start(
                request.getMethod().name(),
                Objects.requireNonNullElse(uri.getScheme(), "http"),
                uri.getRawPath(),
                uri.getRawQuery(),
                RequestDescription.otherTrace(
                        request.getHeaders().getFirst(TraceParent.HEADER),
                        top.context().baseId()));
    }

    /**
     * An error that is an answer, such as that there is no such page, is the status that it gets, as in a servlet. What the
     * application's own objects say may throw.
     */
    void stop(Span span, ExchangeOutcome outcome, ServerWebExchange exchange, RequestPhases phases) {
        Integer answer = Guard.call(() -> answer(outcome, exchange.getResponse()));
        Throwable error = answer == null ? outcome.error() : null;
        Integer status = error == null ? answer : Guard.call(() -> failed(error, exchange.getResponse()));
        Map<String, Object> end = Guard.call(() -> end(outcome, exchange, status, phases));
        span.stopAt(outcome.nanoTime(), error, end == null ? Map.of() : end);
    }

    private @Nullable Integer failed(Throwable error, ServerHttpResponse response) {
        if (response.isCommitted()) {
            return status(response);
        }
        return unknownErrors.status(error);
    }

    private static @Nullable Integer answer(ExchangeOutcome outcome, ServerHttpResponse response) {
        Throwable error = outcome.error();
        return error == null ? status(outcome, response) : statusOf(error);
    }

    private Map<String, Object> end(
            ExchangeOutcome outcome, ServerWebExchange exchange, @Nullable Integer status, RequestPhases phases) {
        Map<String, Object> end = description.stop(exchange.getAttribute(ROUTE), status);
        if (!outcome.isAnswered()) {
            end.put("cancelled", true);
        }
        end.put("phases", phases.told(outcome.nanoTime()));
        description.addProcess(end);
        return end;
    }

    /** Of what nobody waits for any more, there is none. */
    private static @Nullable Integer status(ExchangeOutcome outcome, ServerHttpResponse response) {
        return outcome.isAnswered() ? (Integer) status(response) : null;
    }

    private static @Nullable Integer statusOf(Throwable error) {
        if (error instanceof ErrorResponse answer) {
            return answer.getStatusCode().value();
        }
        ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(error.getClass(), ResponseStatus.class);
        return status == null ? null : status.code().value();
    }

    private static int status(ServerHttpResponse response) {
        HttpStatusCode status = response.getStatusCode();
        return status == null ? OK : status.value();
    }
}
