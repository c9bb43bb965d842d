// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Fuseable;

/**
 * Asks for more at the place in a trace of who asks: a source may do its work right there. Operators that could take values
 * from a queue that they share, behind everybody's back, are told that there is none.
 */
final class FollowedDemand implements Fuseable.QueueSubscription<Object> {

    private final Subscription subscription;
    private final TracePosition position;

    FollowedDemand(Subscription subscription, TracePosition position) {
        this.subscription = subscription;
        this.position = position;
    }

    @Override
    public void request(long count) {
        position.run(() -> subscription.request(count));
    }

    @Override
    public void cancel() {
        position.run(subscription::cancel);
    }

    @Override
    public int requestFusion(int requestedMode) {
        return Fuseable.NONE;
    }

    @Override
    public @Nullable Object poll() {
        return null;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public void clear() {}
}
