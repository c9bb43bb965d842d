// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import java.lang.reflect.UndeclaredThrowableException;
import org.jspecify.annotations.Nullable;

/** The ends of spans, from which nothing that is thrown gets into the application. */
public final class Guarded {

    private Guarded() {}

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

    public static void fail(Span span, Throwable error) {
        Guard.run(() -> span.stop(thrown(error)));
    }

    /** Spring's proxies wrap a checked exception that the method does not declare. */
    private static Throwable thrown(Throwable error) {
        Throwable undeclared =
                error instanceof UndeclaredThrowableException wrapper ? wrapper.getUndeclaredThrowable() : null;
        return undeclared == null ? error : undeclared;
    }
}
