// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Passes signals on at a place in a trace, or at none. */
final class FollowedSignals implements CoreSubscriber<Object> {

    private final CoreSubscriber<? super Object> actual;
    private final @Nullable TracePosition position;

    FollowedSignals(CoreSubscriber<? super Object> actual, @Nullable TracePosition position) {
        this.actual = actual;
        this.position = position;
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        Subscription followed = position == null ? subscription : new FollowedDemand(subscription, position);
        pass(() -> actual.onSubscribe(followed));
    }

    @Override
    public void onNext(Object value) {
        pass(() -> actual.onNext(value));
    }

    @Override
    public void onError(Throwable error) {
        pass(() -> actual.onError(error));
    }

    @Override
    public void onComplete() {
        pass(actual::onComplete);
    }

    private void pass(Runnable signal) {
        CarriedPosition.pass(position, signal);
    }
}
