// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.aop.ResolvedTracePoints.TracePoint;
import io.profiler.point.OccasionalLog;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The calls of advice into the profiler, from which no exception gets into the application. */
final class Guarded {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(Guarded.class));

    private Guarded() {}

    /** The trace point of a method; null if it has none. */
    static @Nullable TracePoint find(ResolvedTracePoints tracePoints, Method method, Class<?> targetClass) {
        try {
            return tracePoints.find(method, targetClass);
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            report(fault);
            return null;
        }
    }

    /** A new span; null if there is none. */
    static @Nullable Span start(TracedMethod method, @Nullable Object[] arguments) {
        try {
            return method.start(arguments);
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            report(fault);
            return null;
        }
    }

    static void detach(Span span) {
        try {
            span.detach();
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            report(fault);
        }
    }

    static void stop(TracedMethod method, Span span, @Nullable Object result) {
        try {
            method.stop(span, result);
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            report(fault);
        }
    }

    static void stop(Span span) {
        try {
            span.stop();
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            report(fault);
        }
    }

    static void fail(Span span, Throwable error) {
        try {
            span.stop(error);
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            report(fault);
        }
    }

    /** Where the stack is at its end, or the fault has no text, even this may fail. */
    static void report(Throwable fault) {
        try {
            log.warn("The profiler failed, the application goes on without a span", fault);
        } catch (RuntimeException | LinkageError | StackOverflowError ignored) {
            // The next one may be told.
        }
    }
}
