// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.trace.TracePosition;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Lets threads know, while they work for a profiled exchange, where in its trace they are. Reactor's hooks are for all
 * that is put together while they are set: they are while anything is profiled, so that nobody pays for them otherwise.
 */
final class SignalHooks {

    private static final String KEY = CarriedPosition.KEY;

    private static volatile int held;

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

    static boolean areHeld() {
        return held > 0;
    }

    /**
     * What others wait for may come by the signals of a profiled exchange: they have a context of their own, and are no part
     * of it, but for the first operator, which Reactor tells nothing. Who has no context is whoever subscribes and forgets.
     */
    private static CoreSubscriber<? super Object> followed(
            Publisher<?> publisher, CoreSubscriber<? super Object> subscriber) {
        Context context = subscriber.currentContext();
        if (context.isEmpty()) {
            return subscriber;
        }
        return new FollowedSignals(
                subscriber, context.getOrDefault(KEY, null) instanceof TracePosition position ? position : null);
    }

    /** What is scheduled again and again is followed once. */
    private static Runnable followed(Runnable task) {
        TracePosition position = TracePosition.current();
        if (position == null) {
            return task;
        }
        AtomicBoolean followed = new AtomicBoolean();
        return () -> {
            if (followed.compareAndSet(false, true)) {
                position.run(task);
            } else {
                task.run();
            }
        };
    }
}
