// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.trace.TracePosition;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Passes signals on at a place in a trace. */
final class FollowedSignals implements CoreSubscriber<Object> {

    private final CoreSubscriber<? super Object> actual;
    private final TracePosition position;

    FollowedSignals(CoreSubscriber<? super Object> actual, TracePosition position) {
        this.actual = actual;
        this.position = position;
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        position.run(() -> actual.onSubscribe(subscription));
    }

    @Override
    public void onNext(Object value) {
        position.run(() -> actual.onNext(value));
    }

    @Override
    public void onError(Throwable error) {
        position.run(() -> actual.onError(error));
    }

    @Override
    public void onComplete() {
        position.run(actual::onComplete);
    }
}
