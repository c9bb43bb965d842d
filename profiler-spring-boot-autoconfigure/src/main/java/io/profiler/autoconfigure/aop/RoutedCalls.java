// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.aop.completion.Completion;
import io.profiler.autoconfigure.aop.completion.Guarded;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import org.jspecify.annotations.Nullable;

/** Puts a span around a handler, and tells the request of it. One that nobody knows by name, as a lambda, is named by its route. */
final class RoutedCalls {

    private static final @Nullable Object[] NO_ARGUMENTS = {};

    private final Completion completion;
    private final HandlerCalls watch = new HandlerCalls();

    /** For handlers that return such a type. */
    RoutedCalls(Class<?> returned) {
        this.completion = Completion.of(returned);
    }

    static TracedMethod route(String method, @Nullable Object pattern) {
        return TracedMethod.named("controller", pattern == null ? method : method + " " + pattern)
                .build();
    }

    <T, E extends Exception> @Nullable Object call(TracedMethod route, Profiler.Action<T, E> handler) throws E {
        Span span = Guard.call(() -> route.start(NO_ARGUMENTS));
        if (span == null) {
            return handler.run();
        }
        Object result;
        watch.called();
        try {
            result = handler.run();
        } catch (Throwable error) {
            watch.thrown();
            Guarded.fail(span, error);
            throw error;
        }
        Object told = watch.returned(result, completion.endsWith(result));
        return completion.stop(route, span, told);
    }
}
