// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import org.jspecify.annotations.Nullable;

/** Puts a span around the handler of a functional route: mostly a lambda, which nobody knows by name, so the route names it. */
final class RoutedCalls {

    private static final @Nullable Object[] NO_ARGUMENTS = {};

    private final Completion completion;
    private final HandlerCalls watch = new HandlerCalls();

    /** For handlers that return such a type. */
    RoutedCalls(Class<?> returned) {
        this.completion = Completion.of(returned);
    }

    <T, E extends Exception> @Nullable Object call(
            String method, @Nullable Object pattern, Profiler.Action<T, E> handler) throws E {
        TracedMethod route = TracedMethod.named("controller", pattern == null ? method : method + " " + pattern)
                .build();
        Span span = Guard.call(() -> route.start(NO_ARGUMENTS));
        if (span == null) {
            return handler.run();
        }
        Object result;
        watch.called();
        try {
            result = handler.run();
        } catch (Throwable error) {
            Guarded.fail(span, error);
            watch.thrown();
            throw error;
        }
        Object completing = completion.stop(route, span, result);
        return watch.returned(completing, completing != result);
    }
}
