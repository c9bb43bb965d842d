// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import kotlin.Unit;
import kotlinx.coroutines.Deferred;
import org.jspecify.annotations.Nullable;

/** Values of Kotlin's that come later. They are listened to, and stay what they are: to be begun and cancelled by who has them. */
final class DeferredCompletion implements Completion {

    @Override
    public @Nullable Object stop(TracedMethod method, Span span, @Nullable Object result) {
        if (result instanceof Deferred<?> deferred) {
            Guarded.detach(span);
            stopWith(deferred, method, span);
        } else {
            Guarded.stop(method, span, result);
        }
        return result;
    }

    /** One of the application's own making may refuse to be listened to. */
    private static void stopWith(Deferred<?> deferred, TracedMethod method, Span span) {
        try {
            deferred.invokeOnCompletion(failure -> {
                if (failure == null) {
                    Guarded.stop(method, span, deferred.getCompleted());
                } else {
                    SuspendedCall.fail(span, failure);
                }
                return Unit.INSTANCE;
            });
        } catch (Throwable refusal) {
            Guard.report(refusal);
            Guarded.stop(span);
        }
    }
}
