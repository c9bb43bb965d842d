// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import brave.ScopedSpan;
import brave.Tracer;
import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** A span of Brave's around each call, sampled, and handed to a handler that forgets it. */
final class BraveAdvice implements MethodInterceptor {

    private final Tracer tracer =
            Tracing.newBuilder().addSpanHandler(new Forgetting()).build().tracer();

    void inTrace(Runnable calls) {
        ScopedSpan root = tracer.startScopedSpan("wsgi");
        try {
            calls.run();
        } finally {
            root.finish();
        }
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        ScopedSpan span = tracer.startScopedSpan("message_store");
        try {
            return invocation.proceed();
        } catch (Throwable error) {
            span.error(error);
            throw error;
        } finally {
            span.finish();
        }
    }

    private static final class Forgetting extends SpanHandler {

        @Override
        public boolean end(TraceContext context, MutableSpan span, Cause cause) {
            return true;
        }
    }
}
