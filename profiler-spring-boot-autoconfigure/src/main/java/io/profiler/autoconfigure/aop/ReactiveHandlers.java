// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.autoconfigure.TracedHandlers;
import io.profiler.autoconfigure.aop.completion.ReactiveCall;
import io.profiler.trace.TracedMethod;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Has WebFlux call inside a span each the handlers of profiled requests that nothing else tells of: those of libraries, as
 * Actuator's, and controllers that no proxy can stand in for. WebFlux's own adapter calls them.
 */
final class ReactiveHandlers implements HandlerAdapter, Ordered {

    private final OtherAdapters<HandlerAdapter> adapters;

    ReactiveHandlers(ApplicationContext context) {
        this.adapters = new OtherAdapters<>(context, HandlerAdapter.class, this);
    }

    @Override
    public boolean supports(Object handler) {
        return TracedMethod.isThreadProfiled()
                && Boolean.TRUE.equals(Guard.call(() -> !isTold(handler) && adapter(handler) != null));
    }

    private static boolean isTold(Object handler) {
        return handler instanceof HandlerFunction
                || handler instanceof ResourceWebHandler
                || handler.getClass().getName().startsWith(TracedHandlers.OF_GATEWAY)
                || handler instanceof HandlerMethod method && TracedHandlers.contain(method);
    }

    private @Nullable HandlerAdapter adapter(Object handler) {
        return adapters.find(adapter -> adapter.supports(handler));
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        HandlerAdapter adapter = Objects.requireNonNull(adapter(handler));
        TracedMethod name = Guard.call(() -> describe(exchange, handler));
        if (name == null) {
            return adapter.handle(exchange, handler);
        }
        RequestPhases phases = RequestPhases.in(exchange.getAttribute(RequestPhases.ATTRIBUTE));
        return ReactiveCall.of(name, phases, () -> adapter.handle(exchange, handler));
    }

    private static TracedMethod describe(ServerWebExchange exchange, Object handler) {
        Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return HandlerNames.describe(handler, exchange.getRequest().getMethod().name(), pattern);
    }

    /** Behind what sees which handler is found, and what takes those of functional routes. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2;
    }
}
