// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.Guard;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** What an exchange does, profiled from the subscription on. */
final class ProfiledExchange extends Mono<Void> {

    private final Supplier<@Nullable ExchangeTrace> opening;
    private final Supplier<Mono<Void>> exchange;

    /**
     * @param opening gives no trace if there is no room for one
     * @param exchange what is profiled
     */
    ProfiledExchange(Supplier<@Nullable ExchangeTrace> opening, Supplier<Mono<Void>> exchange) {
        this.opening = opening;
        this.exchange = exchange;
    }

    /** Much of what an exchange does is done at once, by the thread that subscribes. */
    @Override
    public void subscribe(CoreSubscriber<? super Void> actual) {
        ExchangeTrace trace = opening.get();
        if (trace == null) {
            Mono.defer(exchange).contextWrite(ProfilerWebFilter::ofOthers).subscribe(actual);
        } else {
            Guard.run(SignalHooks::hold);
            subscribe(actual, trace);
        }
    }

    /** Reactor throws errors of the virtual machine at whoever subscribes. */
    private void subscribe(CoreSubscriber<? super Void> actual, ExchangeTrace trace) {
        try {
            trace.position().run(() -> Mono.defer(exchange).subscribe(new ExchangeEnd(actual, trace)));
        } catch (Throwable fatal) {
            trace.end(ExchangeOutcome.failed(fatal));
            throw fatal;
        }
    }
}
