// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.OpenPhases;
import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.autoconfigure.TracedHandlers;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sees which handler is found for a request: WebFlux asks it first whether it can call one, and it never can. */
final class FoundHandlers implements HandlerAdapter, Ordered {

    @Override
    public boolean supports(Object handler) {
        RequestPhases phases = OpenPhases.ofThread();
        if (phases != null) {
            Guard.run(() -> phases.enter(next(handler)));
        }
        return false;
    }

    private static RequestPhase next(Object handler) {
        if (handler instanceof ResourceWebHandler) {
            return RequestPhase.RESOURCE;
        }
        return handler.getClass().getName().startsWith(TracedHandlers.OF_GATEWAY)
                ? RequestPhase.GATEWAY
                : RequestPhase.ARGUMENTS;
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
