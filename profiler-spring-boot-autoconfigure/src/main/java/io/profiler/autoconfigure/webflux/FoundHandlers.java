// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.OpenPhases;
import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.autoconfigure.TracedHandlers;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sees which handler is found for a request: WebFlux asks it first whether it can call one, and it never can. */
final class FoundHandlers implements HandlerAdapter, Ordered {

    private static final String OF_GATEWAY = "org.springframework.cloud.gateway.handler.";

    @Override
    public boolean supports(Object handler) {
        RequestPhases phases = OpenPhases.ofThread();
        if (phases != null) {
            Guard.run(() -> phases.enter(next(handler)));
        }
        return false;
    }

    /** Of a handler that no span is around, nothing tells what it does. */
    private static RequestPhase next(Object handler) {
        if (handler instanceof ResourceWebHandler) {
            return RequestPhase.RESOURCE;
        }
        if (handler.getClass().getName().startsWith(OF_GATEWAY)) {
            return RequestPhase.GATEWAY;
        }
        return handler instanceof HandlerFunction
                        || handler instanceof HandlerMethod method && TracedHandlers.contain(method)
                ? RequestPhase.ARGUMENTS
                : RequestPhase.SERVLET;
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        return Mono.error(new IllegalStateException("Calls no handler"));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
