// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.CarriedPosition;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Ends the trace of an exchange when it completes, fails or is cancelled, before anybody else hears of it. */
final class ExchangeEnd implements CoreSubscriber<Void>, Subscription {

    private final CoreSubscriber<? super Void> actual;
    private final ExchangeTrace trace;
    private final Context context;
    private @Nullable Subscription subscription;

    ExchangeEnd(CoreSubscriber<? super Void> actual, ExchangeTrace trace) {
        this.actual = actual;
        this.trace = trace;
        this.context = actual.currentContext().put(CarriedPosition.KEY, trace.position());
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        subscription = upstream;
        actual.onSubscribe(this);
    }

    @Override
    public void onNext(Void never) {
        actual.onNext(never);
    }

    @Override
    public void onError(Throwable error) {
        trace.end(ExchangeOutcome.failed(error));
        actual.onError(error);
    }

    @Override
    public void onComplete() {
        trace.end(ExchangeOutcome.completed());
        actual.onComplete();
    }

    @Override
    public void request(long demand) {
        if (subscription != null) {
            subscription.request(demand);
        }
    }

    @Override
    public void cancel() {
        trace.end(ExchangeOutcome.cancelled());
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
