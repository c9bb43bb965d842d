// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import com.mongodb.ContextProvider;
import com.mongodb.RequestContext;
import com.mongodb.client.SynchronousContextProvider;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/** For where both drivers are there, and may be made of the same settings: a blocking call knows its place by itself. */
final class EitherContextProvider implements SynchronousContextProvider, ReactiveContextProvider {

    private final @Nullable SynchronousContextProvider blocking;
    private final ReactivePositionProvider reactive;

    private EitherContextProvider(@Nullable SynchronousContextProvider blocking, ReactivePositionProvider reactive) {
        this.blocking = blocking;
        this.reactive = reactive;
    }

    /** One that adds to what is there; null if what is there is for blocking calls alone. */
    static @Nullable EitherContextProvider of(@Nullable ContextProvider present) {
        ReactivePositionProvider reactive = ReactivePositionProvider.of(present);
        return reactive == null
                ? null
                : new EitherContextProvider(
                        present instanceof SynchronousContextProvider blocking ? blocking : null, reactive);
    }

    @Override
    public RequestContext getContext() {
        return blocking == null ? new PositionContext() : blocking.getContext();
    }

    @Override
    public @Nullable RequestContext getContext(Subscriber<?> subscriber) {
        return reactive.getContext(subscriber);
    }
}
