// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowCollector;
import org.jspecify.annotations.Nullable;

/** A flow that ends a span when it is collected. It is collected in its collector's context, as flows have to be. */
final class TracedFlow implements Flow<Object> {

    private final Flow<?> flow;
    private final TracedMethod method;
    private final Span span;

    private TracedFlow(Flow<?> flow, TracedMethod method, Span span) {
        this.flow = flow;
        this.method = method;
        this.span = span;
    }

    /** The completion of a method that returns a flow. */
    static @Nullable Object stop(TracedMethod method, Span span, @Nullable Object result) {
        if (result instanceof Flow<?> flow) {
            Guarded.detach(span);
            return new TracedFlow(flow, method, span);
        }
        Guarded.stop(span);
        return result;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object collect(FlowCollector<? super Object> collector, Continuation<? super Unit> next) {
        Continuation<Object> stopping = SuspendedCall.of((Continuation<Object>) next, method, span);
        Object result;
        try {
            result = flow.collect(collector, (Continuation<? super Unit>) (Continuation<?>) stopping);
        } catch (Throwable error) {
            SuspendedCall.fail(span, error);
            throw error;
        }
        if (result != IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
            Guarded.stop(span);
        }
        return result;
    }
}
