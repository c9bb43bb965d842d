// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers the trace point of each method that was asked for. Forgets with the class, so that none is kept alive. */
final class ResolvedTracePoints {

    private final TracePoints tracePoints;
    private final ClassValue<Map<Method, Optional<TracePoint>>> byClass = new ClassValue<>() {
        @Override
        protected Map<Method, Optional<TracePoint>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    /** A trace point and how its results complete. */
    record TracePoint(TracedMethod method, Completion completion) {}

    ResolvedTracePoints(TracePoints tracePoints) {
        this.tracePoints = tracePoints;
    }

    @Nullable
    TracePoint find(Method method, Class<?> targetClass) {
        Map<Method, Optional<TracePoint>> known = byClass.get(targetClass);
        Optional<TracePoint> found = known.get(method);
        if (found == null) {
            found = resolve(method, targetClass);
            known.put(method, found);
        }
        return found.orElse(null);
    }

    private Optional<TracePoint> resolve(Method method, Class<?> targetClass) {
        return Optional.ofNullable(tracePoints.find(method, targetClass))
                .map(traced -> new TracePoint(
                        traced,
                        Completion.of(
                                TracedMethods.specific(method, targetClass).getReturnType())));
    }
}
