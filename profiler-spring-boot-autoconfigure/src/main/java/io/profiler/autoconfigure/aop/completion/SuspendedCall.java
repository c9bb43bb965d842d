// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import java.util.concurrent.CancellationException;
import kotlin.ResultKt;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import org.jspecify.annotations.Nullable;

/** What a suspending function, or the collection of a flow, goes on with: ends the span, then what comes after it. */
final class SuspendedCall implements Continuation<Object> {

    private final Continuation<Object> next;
    private final CoroutineContext context;
    private final TracedMethod method;
    private final Span span;

    private SuspendedCall(Continuation<Object> next, CoroutineContext context, TracedMethod method, Span span) {
        this.next = next;
        this.context = context;
        this.method = method;
        this.span = span;
    }

    /** In the context that the caller gave. */
    static SuspendedCall of(Continuation<Object> next, TracedMethod method, Span span) {
        return new SuspendedCall(next, next.getContext(), method, span);
    }

    /** The same, below where the thread is in the trace, on whatever thread it goes on. */
    static SuspendedCall belowThread(Continuation<Object> next, TracedMethod method, Span span) {
        return new SuspendedCall(next, next.getContext().plus(PositionElement.ofThread()), method, span);
    }

    @Override
    public CoroutineContext getContext() {
        return context;
    }

    @Override
    public void resumeWith(Object result) {
        stop(result);
        next.resumeWith(result);
    }

    private void stop(@Nullable Object result) {
        try {
            ResultKt.throwOnFailure(result);
            Guarded.stop(method, span, result);
        } catch (Throwable failure) {
            fail(span, failure);
        }
    }

    /** A collector that has seen enough, or a caller that has gone, cancels: that is no failure. */
    static void fail(Span span, Throwable failure) {
        if (failure instanceof CancellationException) {
            Guarded.stop(span);
        } else {
            Guarded.fail(span, failure);
        }
    }
}
