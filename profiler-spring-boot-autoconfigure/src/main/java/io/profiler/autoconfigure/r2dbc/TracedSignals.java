// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.Guard;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Passes on what a publisher of the driver says, and tells of it. */
final class TracedSignals<T> implements CoreSubscriber<T>, Subscription {

    private final CoreSubscriber<? super T> actual;
    private final SignalTeller<T> teller;
    private @Nullable Subscription subscription;

    private TracedSignals(CoreSubscriber<? super T> actual, SignalTeller<T> teller) {
        this.actual = actual;
        this.teller = teller;
    }

    /**
     * A publisher of the same kind, which is told of.
     *
     * @param tellers gives one for each subscription, by its context; null for none
     */
    static <T> Publisher<T> of(Publisher<T> source, Function<Context, @Nullable SignalTeller<T>> tellers) {
        Function<? super Publisher<T>, ? extends Publisher<T>> lift =
                Operators.liftPublisher((publisher, subscriber) -> told(subscriber, tellers));
        return source instanceof Mono<T> mono
                ? mono.hide().transform(lift)
                : Flux.from(source).hide().transform(lift);
    }

    private static <T> CoreSubscriber<? super T> told(
            CoreSubscriber<? super T> actual, Function<Context, @Nullable SignalTeller<T>> tellers) {
        SignalTeller<T> teller = Guard.call(() -> tellers.apply(actual.currentContext()));
        return teller == null ? actual : new TracedSignals<>(actual, teller);
    }

    @Override
    public Context currentContext() {
        return teller.context(actual.currentContext());
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        subscription = upstream;
        actual.onSubscribe(this);
    }

    @Override
    public void onNext(T value) {
        T told = Guard.call(() -> teller.next(value));
        teller.pass(() -> actual.onNext(told == null ? value : told));
    }

    @Override
    public void onError(Throwable error) {
        Guard.run(() -> teller.failed(error));
        teller.pass(() -> actual.onError(error));
    }

    @Override
    public void onComplete() {
        Guard.run(teller::completed);
        teller.pass(actual::onComplete);
    }

    @Override
    public void request(long demand) {
        if (subscription != null) {
            subscription.request(demand);
        }
    }

    @Override
    public void cancel() {
        Guard.run(teller::cancelled);
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
