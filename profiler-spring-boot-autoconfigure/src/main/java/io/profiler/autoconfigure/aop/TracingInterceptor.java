// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.TracingAdvice;
import io.profiler.autoconfigure.aop.BeanMethods.InterceptedMethod;
import io.profiler.autoconfigure.aop.completion.AwaitedCall;
import io.profiler.autoconfigure.aop.completion.Awaiting;
import io.profiler.autoconfigure.aop.completion.Completion;
import io.profiler.autoconfigure.aop.completion.Guarded;
import io.profiler.autoconfigure.aop.completion.Suspending;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** Puts a span around a call, if the thread is profiled. */
final class TracingInterceptor implements MethodInterceptor, TracingAdvice {

    private final BeanMethods methods;
    private final CallWatch watch;

    TracingInterceptor(BeanMethods methods) {
        this.methods = methods;
        this.watch = methods.watch();
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        return TracedMethod.isThreadProfiled() ? profile(invocation) : invocation.proceed();
    }

    private @Nullable Object profile(MethodInvocation invocation) throws Throwable {
        InterceptedMethod intercepted = find(invocation.getMethod());
        if (intercepted == null) {
            return invocation.proceed();
        }
        return intercepted.awaiting() == null
                ? profile(intercepted, invocation)
                : await(intercepted.awaiting(), intercepted.method(), invocation);
    }

    /** How a call of the method is traced; null if it is not. */
    private @Nullable InterceptedMethod find(Method method) {
        try {
            return methods.find(method);
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }

    private static @Nullable Object await(Awaiting awaiting, TracedMethod method, MethodInvocation invocation)
            throws Throwable {
        AwaitedCall call = Guard.call(() -> new AwaitedCall(method, invocation.getArguments()));
        Object result = invocation.proceed();
        return call == null ? result : awaiting.begin(call, result);
    }

    private @Nullable Object profile(InterceptedMethod intercepted, MethodInvocation invocation) throws Throwable {
        Span span = start(intercepted, invocation);
        if (span == null) {
            return invocation.proceed();
        }
        Object result;
        watch.called();
        try {
            result = invocation.proceed();
        } catch (Throwable error) {
            watch.thrown();
            Guarded.fail(span, error);
            throw error;
        }
        Completion completion = intercepted.completion();
        Object told = watch.returned(result, completion.endsWith(result));
        return completion.stop(intercepted.method(), span, told);
    }

    /** A new span; null if there is none. Catches by itself: what would be caught elsewhere, would be an object for each call. */
    private static @Nullable Span start(InterceptedMethod intercepted, MethodInvocation invocation) {
        try {
            return intercepted.isSuspending()
                    ? Suspending.start(intercepted.method(), invocation)
                    : intercepted.method().start(invocation.getArguments());
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }
}
