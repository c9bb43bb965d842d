// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.context.ProfilerThreadLocalAccessor;
import io.profiler.trace.TracePosition;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;

/**
 * Lets threads know, while they work for a profiled exchange, where in its trace they are. Reactor's hooks are for all
 * that is put together while they are set: they are while anything is profiled, so that nobody pays for them otherwise.
 */
final class SignalHooks {

    private static final String KEY = ProfilerThreadLocalAccessor.KEY;

    private static int held;

    private SignalHooks() {}

    static synchronized void hold() {
        held++;
        if (held == 1) {
            Hooks.onEachOperator(KEY, Operators.liftPublisher(SignalHooks::followed));
            Schedulers.onScheduleHook(KEY, SignalHooks::followed);
        }
    }

    static synchronized void release() {
        held--;
        if (held == 0) {
            Hooks.resetOnEachOperator(KEY);
            Schedulers.resetOnScheduleHook(KEY);
        }
    }

    /** Who has no place in a trace is left as it is. */
    private static CoreSubscriber<? super Object> followed(
            Publisher<?> publisher, CoreSubscriber<? super Object> subscriber) {
        return subscriber.currentContext().getOrDefault(KEY, null) instanceof TracePosition position
                ? new FollowedSignals(subscriber, position)
                : subscriber;
    }

    private static Runnable followed(Runnable task) {
        TracePosition position = TracePosition.current();
        return position == null ? task : () -> position.run(task);
    }
}
