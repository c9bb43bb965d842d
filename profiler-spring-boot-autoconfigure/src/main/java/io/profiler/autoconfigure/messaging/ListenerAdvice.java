// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.TracePosition;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Around a listener: what it does for a message is part of the message's trace. It throws what it throws, and its thread is left
 * as it was.
 */
final class ListenerAdvice implements MethodInterceptor {

    /** What both libraries put around what a listener throws. */
    private static final String WRAPPER = "ListenerExecutionFailedException";

    private final Function<MethodInvocation, @Nullable Received> reader;
    private final SingletonSupplier<ListenerSpans> spans;

    /**
     * @param reader what a listener is called with, null if it asks for nothing
     * @param spans made when the first message asks for one
     */
    ListenerAdvice(Function<MethodInvocation, @Nullable Received> reader, Supplier<ListenerSpans> spans) {
        this.reader = reader;
        this.spans = SingletonSupplier.of(spans);
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        TracePosition before = TracePosition.current();
        if (before == null) {
            return listen(invocation);
        }
        // A listener goes on in its message's trace alone, and not in that of a request in which its thread was
        // started.
        Guard.run(() -> TracePosition.set(null));
        try {
            return listen(invocation);
        } finally {
            Guard.run(() -> TracePosition.restore(before));
        }
    }

    private @Nullable Object listen(MethodInvocation invocation) throws Throwable {
        List<Listened> listened = start(invocation);
        return listened == null || listened.isEmpty() ? invocation.proceed() : proceed(invocation, listened);
    }

    private @Nullable List<Listened> start(MethodInvocation invocation) {
        try {
            Received received = reader.apply(invocation);
            return received == null ? null : spans.obtain().start(received);
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }

    private @Nullable Object proceed(MethodInvocation invocation, List<Listened> listened) throws Throwable {
        Throwable error = null;
        try {
            Guard.run(() -> TracePosition.set(listened.get(0).inside()));
            return invocation.proceed();
        } catch (Throwable thrown) {
            error = unwrapped(thrown);
            throw thrown;
        } finally {
            Guard.run(() -> TracePosition.set(null));
            end(listened, error);
        }
    }

    private static void end(List<Listened> listened, @Nullable Throwable error) {
        for (Listened each : listened) {
            each.end(error);
        }
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause != null && thrown.getClass().getSimpleName().equals(WRAPPER) ? cause : thrown;
    }
}
