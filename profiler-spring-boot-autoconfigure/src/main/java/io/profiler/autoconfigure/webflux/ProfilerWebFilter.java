// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.Guard;
import io.profiler.propagation.TraceContext;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Profiles a request with headers that one of the keys has signed. Any other request costs two header look-ups. */
final class ProfilerWebFilter implements WebFilter, Ordered {

    private final ExchangeProfiling profiling;

    ProfilerWebFilter(ExchangeProfiling profiling) {
        this.profiling = profiling;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        TraceContext context = Guard.call(() -> profiling.askedFor(exchange.getRequest()));
        return context == null
                ? chain.filter(exchange)
                : new ProfiledExchange(
                        () -> Guard.call(() -> profiling.open(context, exchange)), () -> chain.filter(exchange));
    }

    @Override
    public int getOrder() {
        return ProfilerWebFluxAutoConfiguration.FILTER_ORDER;
    }
}
