// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ReactiveAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Stops the span when a reactive type terminates or is cancelled, just before its subscriber hears of it; by Reactor's
 * operators, which keep its context.
 *
 * <p>Each subscription is a span of its own; what nobody subscribes to is none. Where a call is a span by itself, as of a
 * controller, whose caller subscribes at once, the span starts with the call, and stops with the first subscription to end.
 *
 * <p>What is done after the subscription is below the span where Reactor restores thread-locals from its context: with
 * Micrometer's context propagation on the classpath and {@code spring.reactor.context-propagation=auto}. Elsewhere it
 * is where the thread happens to be in the trace, if it is profiled at all.
 */
final class ReactiveCompletion implements Completion, Awaiting {

    private final ReactiveAdapter adapter;

    ReactiveCompletion(ReactiveAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public @Nullable Object stop(TracedMethod method, Span span, @Nullable Object result) {
        if (result == null) {
            Guarded.stop(span);
            return null;
        }
        try {
            ReactorPosition position = ReactorPosition.ofThread();
            Guarded.detach(span);
            return adapter.fromPublisher(stopping(method, span, adapter.toPublisher(result), position));
        } catch (Throwable fault) {
            Guard.report(fault);
            Guarded.stop(span);
            return result;
        }
    }

    @Override
    public boolean endsWith(@Nullable Object result) {
        return result != null;
    }

    @Override
    public @Nullable Object begin(AwaitedCall call, @Nullable Object result) {
        Object beginning = result == null
                ? null
                : Guard.call(() -> adapter.fromPublisher(beginning(call, adapter.toPublisher(result))));
        return beginning == null ? result : beginning;
    }

    private static Publisher<?> beginning(AwaitedCall call, Publisher<?> publisher) {
        return publisher instanceof Mono<?> mono
                ? Mono.deferContextual(context -> (Mono<?>) begun(call, mono, context))
                : Flux.deferContextual(context -> begun(call, publisher, context));
    }

    private static Publisher<?> begun(AwaitedCall call, Publisher<?> publisher, ContextView context) {
        Publisher<?> begun = call.begin(
                CarriedPosition.in(context),
                span -> stopping(call.method(), span, publisher, ReactorPosition.ofThread()));
        return begun == null ? publisher : begun;
    }

    private static Publisher<?> stopping(
            TracedMethod method, Span span, Publisher<?> publisher, ReactorPosition position) {
        Runnable stop = () -> {
            position.forget();
            Guarded.stop(span);
        };
        return publisher instanceof Mono<?> mono
                ? new PlacedMono<>(
                        mono.doOnSuccess(value -> {
                                    position.forget();
                                    Guarded.stop(method, span, value);
                                })
                                .doOnError(error -> fail(span, error, position))
                                .doOnCancel(stop)
                                .contextWrite(position::in),
                        position)
                : new PlacedFlux<>(
                        Flux.from(publisher)
                                .doOnComplete(stop)
                                .doOnError(error -> fail(span, error, position))
                                .doOnCancel(stop)
                                .contextWrite(position::in),
                        position);
    }

    private static void fail(Span span, Throwable error, ReactorPosition position) {
        position.forget();
        Guarded.fail(span, error);
    }
}
