// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Sees when all other filters are behind a request, and when they are before it again on its way back. */
final class InnerWebFilter implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        RequestPhases phases = RequestPhases.in(exchange.getAttribute(RequestPhases.ATTRIBUTE));
        if (phases == null) {
            return chain.filter(exchange);
        }
        phases.enter(RequestPhase.MAPPING);
        return chain.filter(exchange).doOnTerminate(() -> phases.enter(RequestPhase.FILTERS));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
