// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import com.mongodb.ContextProvider;
import com.mongodb.RequestContext;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.autoconfigure.Guard;
import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import reactor.core.CoreSubscriber;

/** Tells the driver where in a trace a reactive call was subscribed to: its commands are sent by any thread. */
final class ReactivePositionProvider implements ReactiveContextProvider {

    private final @Nullable ReactiveContextProvider others;

    private ReactivePositionProvider(@Nullable ReactiveContextProvider others) {
        this.others = others;
    }

    /** One that adds to what is there; null if what is there is of another kind. */
    static @Nullable ReactivePositionProvider of(@Nullable ContextProvider present) {
        return present == null || present instanceof ReactiveContextProvider
                ? new ReactivePositionProvider((ReactiveContextProvider) present)
                : null;
    }

    /** The driver takes nothing for an empty context. */
    @Override
    public @Nullable RequestContext getContext(Subscriber<?> subscriber) {
        RequestContext context = others == null ? null : others.getContext(subscriber);
        TracePosition position = Guard.call(() -> position(subscriber));
        RequestContext carrying = position == null ? null : Guard.call(() -> PositionContext.with(position, context));
        return carrying == null ? context : carrying;
    }

    private static @Nullable TracePosition position(Subscriber<?> subscriber) {
        return subscriber instanceof CoreSubscriber<?> core
                ? CarriedPosition.in(core.currentContext())
                : TracePosition.current();
    }
}
