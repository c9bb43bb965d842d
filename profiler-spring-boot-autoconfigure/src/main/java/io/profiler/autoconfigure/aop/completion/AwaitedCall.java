// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import io.profiler.trace.TracedMethod;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call that only says what is to be done. Its span begins when that is asked for. */
public final class AwaitedCall {

    private final TracedMethod method;
    private final @Nullable Object[] arguments;
    private final AtomicReference<@Nullable TracePosition> caller = new AtomicReference<>(TracePosition.current());

    public AwaitedCall(TracedMethod method, @Nullable Object[] arguments) {
        this.method = method;
        this.arguments = arguments.clone();
    }

    TracedMethod method() {
        return method;
    }

    /**
     * A new span, on the present thread only as long as it is handed over. Whoever asks first is below the caller, if nothing
     * tells where else: nobody later, who may be another request.
     *
     * @param asking where in the trace is who asks; null if nowhere
     * @param taker gets the span on a thread that is below it
     * @return what that makes of it; null if there is no span
     */
    <T> @Nullable T begin(@Nullable TracePosition asking, Function<Span, T> taker) {
        TracePosition first = caller.getAndSet(null);
        TracePosition position = asking == null ? first : asking;
        try {
            return position == null ? null : position.call(() -> begin(taker));
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }

    private <T> @Nullable T begin(Function<Span, T> taker) {
        Span span = method.start(arguments);
        if (span == null) {
            return null;
        }
        T taken = taker.apply(span);
        span.detach();
        return taken;
    }
}
