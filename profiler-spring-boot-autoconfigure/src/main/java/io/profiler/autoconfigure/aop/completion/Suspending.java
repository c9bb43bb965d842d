// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import java.util.Arrays;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.aop.ProxyMethodInvocation;
import reactor.core.publisher.Mono;

/**
 * Suspending functions, which have a continuation as their last argument. Spring hands them to advice as a
 * {@link Publisher} where {@code kotlinx-coroutines-reactor} is there, and as they are elsewhere.
 */
public final class Suspending implements Completion {

    private final Completion ofOne;
    private final Completion ofSeveral;

    Suspending(Completion ofOne, Completion ofSeveral) {
        this.ofOne = ofOne;
        this.ofSeveral = ofSeveral;
    }

    /** Starts a span, and lets the call go on below it when it is resumed, wherever that is. */
    public static @Nullable Span start(TracedMethod method, MethodInvocation invocation) {
        @Nullable Object[] arguments = invocation.getArguments();
        Span span = method.start(Arrays.copyOf(arguments, arguments.length - 1));
        if (span != null && invocation instanceof ProxyMethodInvocation proxied) {
            goOnBelow(span, method, proxied);
        }
        return span;
    }

    /** What cannot be resumed there is still timed. */
    @SuppressWarnings("unchecked")
    private static void goOnBelow(Span span, TracedMethod method, ProxyMethodInvocation invocation) {
        try {
            @Nullable Object[] arguments = invocation.getArguments().clone();
            int last = arguments.length - 1;
            if (arguments[last] instanceof Continuation<?> next) {
                arguments[last] = SuspendedCall.belowThread((Continuation<Object>) next, method, span);
                invocation.setArguments(arguments);
            }
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }

    @Override
    public boolean endsWith(@Nullable Object result) {
        return REACTOR_PRESENT && result instanceof Publisher<?>;
    }

    @Override
    public @Nullable Object stop(TracedMethod method, Span span, @Nullable Object result) {
        if (endsWith(result)) {
            return (result instanceof Mono<?> ? ofOne : ofSeveral).stop(method, span, result);
        }
        if (result == IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
            Guarded.detach(span);
        } else {
            Guarded.stop(method, span, result);
        }
        return result;
    }
}
