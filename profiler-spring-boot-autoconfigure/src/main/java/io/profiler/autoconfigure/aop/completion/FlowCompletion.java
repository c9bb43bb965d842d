// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import io.profiler.trace.TracedMethod;
import java.util.function.Function;
import kotlinx.coroutines.flow.Flow;
import org.jspecify.annotations.Nullable;

/** Flows of Kotlin's, which are collected, maybe more than once. */
final class FlowCompletion implements Completion, Awaiting {

    @Override
    public @Nullable Object stop(TracedMethod method, Span span, @Nullable Object result) {
        if (result instanceof Flow<?> flow) {
            Guarded.detach(span);
            return new TracedFlow(flow, method, () -> span);
        }
        Guarded.stop(span);
        return result;
    }

    @Override
    public @Nullable Object begin(AwaitedCall call, @Nullable Object result) {
        return result instanceof Flow<?> flow ? new TracedFlow(flow, call.method(), () -> begun(call)) : result;
    }

    private static @Nullable Span begun(AwaitedCall call) {
        return Guard.call(() -> call.begin(TracePosition.current(), Function.identity()));
    }
}
