// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.Guard;
import io.profiler.propagation.TraceContext;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Profiles a request with headers that one of the keys has signed. Any other request costs two header look-ups. */
final class ProfilerWebFilter implements WebFilter, Ordered {

    /** What tells an exchange that is not profiled from one that waits for nothing. */
    private static final String OTHERS = "io.profiler.others";

    private final ExchangeProfiling profiling;

    ProfilerWebFilter(ExchangeProfiling profiling) {
        this.profiling = profiling;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        TraceContext context = Guard.call(() -> profiling.askedFor(exchange.getRequest()));
        if (context != null) {
            return new ProfiledExchange(
                    () -> Guard.call(() -> profiling.open(context, exchange)), () -> chain.filter(exchange));
        }
        Mono<Void> other = chain.filter(exchange);
        return SignalHooks.areHeld() ? other.contextWrite(ProfilerWebFilter::ofOthers) : other;
    }

    /** The context of an exchange that is not profiled. */
    static Context ofOthers(Context context) {
        return context.put(OTHERS, true);
    }

    @Override
    public int getOrder() {
        return ProfilerWebFluxAutoConfiguration.FILTER_ORDER;
    }
}
