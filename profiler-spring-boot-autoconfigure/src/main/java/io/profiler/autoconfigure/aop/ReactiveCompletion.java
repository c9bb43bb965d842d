// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ReactiveAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stops the span when a reactive type terminates or is cancelled, just before its subscriber hears of it; by Reactor's
 * operators, which keep its context.
 */
final class ReactiveCompletion implements Completion {

    private final ReactiveAdapter adapter;

    ReactiveCompletion(ReactiveAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public @Nullable Object stop(TracedMethod method, Span span, @Nullable Object result) {
        if (result == null) {
            span.stop();
            return null;
        }
        span.detach();
        return adapter.fromPublisher(stopping(method, span, adapter.toPublisher(result)));
    }

    private static Publisher<?> stopping(TracedMethod method, Span span, Publisher<?> publisher) {
        return publisher instanceof Mono<?> mono
                ? mono.doOnSuccess(value -> method.stop(span, value))
                        .doOnError(span::stop)
                        .doOnCancel(span::stop)
                : Flux.from(publisher)
                        .doOnComplete(span::stop)
                        .doOnError(span::stop)
                        .doOnCancel(span::stop);
    }
}
