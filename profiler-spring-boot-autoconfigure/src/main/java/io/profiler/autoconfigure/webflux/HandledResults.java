// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.OpenPhases;
import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sees what a handler has returned: WebFlux asks it first whether it can make an answer of that, and it never can. */
final class HandledResults implements HandlerResultHandler, Ordered {

    /** A publisher has not begun yet; of another handler's answer, nobody knows what is still to be done for it. */
    @Override
    public boolean supports(HandlerResult result) {
        RequestPhases phases = OpenPhases.ofThread();
        if (phases != null
                && result.getHandler() instanceof HandlerMethod
                && !(result.getReturnValue() instanceof Publisher<?>)) {
            phases.enter(RequestPhase.RESULT);
        }
        return false;
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        return Mono.error(new IllegalStateException("Makes no answer"));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
