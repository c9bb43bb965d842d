// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When a call is over: when it returns, or when what it returns completes. */
@FunctionalInterface
public interface Completion {

    boolean REACTOR_PRESENT = ClassUtils.isPresent("reactor.core.publisher.Flux", Completion.class.getClassLoader());

    /** Arranges for the span to be stopped, and gives back what the caller gets. Never throws. */
    @Nullable
    Object stop(TracedMethod method, Span span, @Nullable Object result);

    /** Whether the result is a reactive type, with the end of which the span ends. */
    default boolean endsWith(@Nullable Object result) {
        return false;
    }

    /**
     * The completion of methods with a return type; one that is {@link Awaiting}, too, if a call itself does nothing yet.
     * Reactive types are known where Reactor is on the classpath; one that
     * is more special than what its operators return is left alone.
     */
    static Completion of(Class<?> returnType) {
        if (returnType.getName().equals("kotlinx.coroutines.flow.Flow")) {
            return new FlowCompletion();
        }
        if (returnType.getName().equals("kotlinx.coroutines.Deferred")) {
            return new DeferredCompletion();
        }
        if (CompletionStage.class.isAssignableFrom(returnType) || !REACTOR_PRESENT) {
            return Completion::ofStageOrValue;
        }
        ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(returnType);
        return adapter == null || !returnType.isAssignableFrom(adapter.getReactiveType())
                ? Completion::ofStageOrValue
                : new ReactiveCompletion(adapter);
    }

    /** The completion of suspending functions. */
    static Completion ofSuspending() {
        return REACTOR_PRESENT
                ? new Suspending(of(Mono.class), of(Flux.class))
                : new Suspending(Completion::ofStageOrValue, Completion::ofStageOrValue);
    }

    private static @Nullable Object ofStageOrValue(TracedMethod method, Span span, @Nullable Object result) {
        if (result instanceof CompletionStage<?> stage) {
            Guarded.detach(span);
            stopWith(stage, method, span);
        } else {
            Guarded.stop(method, span, result);
        }
        return result;
    }

    /** A stage of the application's own making may refuse to be listened to. */
    private static void stopWith(CompletionStage<?> stage, TracedMethod method, Span span) {
        try {
            stage.whenComplete((value, error) -> {
                if (error == null) {
                    Guarded.stop(method, span, value);
                } else {
                    Guarded.fail(span, unwrapped(error));
                }
            });
        } catch (Throwable refusal) {
            Guard.report(refusal);
            Guarded.stop(span);
        }
    }

    private static Throwable unwrapped(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : null;
        return cause == null ? error : cause;
    }
}
