// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.aop.ResolvedTracePoints.TracePoint;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** Puts a span around a call, if the thread is profiled. */
final class TracingInterceptor implements MethodInterceptor {

    private final ResolvedTracePoints tracePoints;

    TracingInterceptor(ResolvedTracePoints tracePoints) {
        this.tracePoints = tracePoints;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        return TracedMethod.isThreadProfiled() ? profile(invocation) : invocation.proceed();
    }

    private @Nullable Object profile(MethodInvocation invocation) throws Throwable {
        TracePoint point = Guarded.find(tracePoints, invocation.getMethod());
        Span span = point == null ? null : Guarded.start(point, invocation);
        if (point == null || span == null) {
            return invocation.proceed();
        }
        Object result;
        try {
            result = invocation.proceed();
        } catch (Throwable error) {
            Guarded.fail(span, error);
            throw error;
        }
        return point.completion().stop(point.method(), span, result);
    }
}
