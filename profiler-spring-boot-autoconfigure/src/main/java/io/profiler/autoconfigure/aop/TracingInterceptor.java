// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.TracingAdvice;
import io.profiler.autoconfigure.aop.BeanMethods.InterceptedMethod;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
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
        InterceptedMethod intercepted = Guarded.find(methods, invocation.getMethod());
        if (intercepted == null) {
            return invocation.proceed();
        }
        return intercepted.awaiting() == null
                ? profile(intercepted, invocation)
                : await(intercepted.awaiting(), intercepted.method(), invocation);
    }

    private static @Nullable Object await(Awaiting awaiting, TracedMethod method, MethodInvocation invocation)
            throws Throwable {
        AwaitedCall call = Guard.call(() -> new AwaitedCall(method, invocation.getArguments()));
        Object result = invocation.proceed();
        return call == null ? result : awaiting.begin(call, result);
    }

    private @Nullable Object profile(InterceptedMethod intercepted, MethodInvocation invocation) throws Throwable {
        Span span = Guarded.start(intercepted, invocation);
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
        Object completing = intercepted.completion().stop(intercepted.method(), span, result);
        return watch.returned(completing, completing != result);
    }
}
