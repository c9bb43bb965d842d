// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.aop.BeanMethods.InterceptedMethod;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * The calls of advice into the profiler, from which nothing that is thrown gets into the application. Each catches by itself:
 * what would be caught for all of them in one place, would be an object for each call.
 */
final class Guarded {

    private Guarded() {}

    /** How a call of the method is traced; null if it is not. */
    static @Nullable InterceptedMethod find(BeanMethods methods, Method method) {
        try {
            return methods.find(method);
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }

    /** A new span; null if there is none. */
    static @Nullable Span start(InterceptedMethod intercepted, MethodInvocation invocation) {
        try {
            return intercepted.isSuspending()
                    ? Suspending.start(intercepted.method(), invocation)
                    : intercepted.method().start(invocation.getArguments());
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }

    static void detach(Span span) {
        Guard.run(span::detach);
    }

    static void stop(TracedMethod method, Span span, @Nullable Object result) {
        try {
            method.stop(span, result);
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }

    static void stop(Span span) {
        Guard.run(span::stop);
    }

    static void fail(Span span, Throwable error) {
        Guard.run(() -> span.stop(thrown(error)));
    }

    /** Spring's proxies wrap a checked exception that the method does not declare. */
    private static Throwable thrown(Throwable error) {
        Throwable undeclared =
                error instanceof UndeclaredThrowableException wrapper ? wrapper.getUndeclaredThrowable() : null;
        return undeclared == null ? error : undeclared;
    }
}
