// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/**
 * Stands between the publisher of a traced call and its subscriber. What is asked of the publisher is asked at the place of
 * the call, since a source may do its work right there; and what the subscriber is told meanwhile, it is told where it was
 * when it asked.
 */
final class PlacedSubscriber<T> implements CoreSubscriber<T>, Subscription {

    private final CoreSubscriber<? super T> actual;
    private final ReactorPosition place;
    private volatile @Nullable Subscription subscription;
    private volatile @Nullable Asking asking;

    /** Somebody who asks right now, and where in a trace that is; null if nowhere. */
    private record Asking(Thread thread, @Nullable TracePosition from) {}

    PlacedSubscriber(CoreSubscriber<? super T> actual, ReactorPosition place) {
        this.actual = actual;
        this.place = place;
    }

    void subscribeTo(Publisher<? extends T> source) {
        ask(() -> source.subscribe(this));
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        tell(() -> actual.onSubscribe(this));
    }

    @Override
    public void onNext(T value) {
        tell(() -> actual.onNext(value));
    }

    @Override
    public void onError(Throwable error) {
        tell(() -> actual.onError(error));
    }

    @Override
    public void onComplete() {
        tell(actual::onComplete);
    }

    @Override
    public void request(long count) {
        Subscription begun = subscription;
        if (begun != null) {
            ask(() -> begun.request(count));
        }
    }

    @Override
    public void cancel() {
        Subscription begun = subscription;
        if (begun != null) {
            ask(begun::cancel);
        }
    }

    private void ask(Runnable question) {
        Asking before = asking;
        Asking mine = new Asking(Thread.currentThread(), TracePosition.current());
        asking = mine;
        try {
            place.run(question);
        } finally {
            if (asking == mine) {
                asking = before != null && before.thread() == mine.thread() ? before : null;
            }
        }
    }

    private void tell(Runnable signal) {
        Asking asker = asking;
        if (asker == null || asker.thread() != Thread.currentThread()) {
            signal.run();
        } else {
            CarriedPosition.pass(asker.from(), signal);
        }
    }
}
