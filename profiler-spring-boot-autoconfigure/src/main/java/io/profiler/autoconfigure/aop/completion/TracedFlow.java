// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import java.util.function.Supplier;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowCollector;
import org.jspecify.annotations.Nullable;

/** A flow that is a span while it is collected: in its collector's context, as flows have to be. */
final class TracedFlow implements Flow<Object> {

    private final Flow<?> flow;
    private final TracedMethod method;
    private final Supplier<@Nullable Span> spans;

    /**
     * @param spans the span of a collection, when it begins; null if it has none
     */
    TracedFlow(Flow<?> flow, TracedMethod method, Supplier<@Nullable Span> spans) {
        this.flow = flow;
        this.method = method;
        this.spans = spans;
    }

    @Override
    public @Nullable Object collect(FlowCollector<? super Object> collector, Continuation<? super Unit> next) {
        Span span = spans.get();
        return span == null ? flow.collect(collector, next) : collect(span, collector, next);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object collect(
            Span span, FlowCollector<? super Object> collector, Continuation<? super Unit> next) {
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
