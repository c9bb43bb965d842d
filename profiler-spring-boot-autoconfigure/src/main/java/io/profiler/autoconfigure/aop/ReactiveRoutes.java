// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.support.HandlerFunctionAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Has WebFlux call the handlers of functional routes inside a span each. Asked early, it takes those of profiled requests alone. */
final class ReactiveRoutes implements HandlerAdapter, Ordered {

    private final ObjectProvider<HandlerFunctionAdapter> adapter;
    private final RoutedCalls calls = new RoutedCalls(Mono.class);

    ReactiveRoutes(ObjectProvider<HandlerFunctionAdapter> adapter) {
        this.adapter = adapter;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerFunction && TracedMethod.isThreadProfiled() && adapter.getIfUnique() != null;
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        HandlerFunction<?> function = (HandlerFunction<?>) handler;
        HandlerFunction<ServerResponse> traced = request -> traced(function, request);
        return adapter.getObject().handle(exchange, traced);
    }

    /** Null only where the handler itself gives none, which WebFlux refuses. */
    @SuppressWarnings({"unchecked", "NullAway"})
    private Mono<ServerResponse> traced(HandlerFunction<?> function, ServerRequest request) {
        Object pattern = request.attributes().get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return (Mono<ServerResponse>)
                calls.call(RoutedCalls.route(request.method().name(), pattern), () -> function.handle(request));
    }

    /** Behind what sees which handler is found. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }
}
