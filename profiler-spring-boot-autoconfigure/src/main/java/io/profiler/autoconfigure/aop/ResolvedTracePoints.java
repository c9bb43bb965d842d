// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.KotlinDetector;

/** The trace points of a bean in one layer. Remembers that of each method that was asked for. */
final class ResolvedTracePoints {

    private final TracePoints tracePoints;
    private final Class<?> targetClass;
    private final Map<Method, Optional<TracePoint>> known = new ConcurrentHashMap<>();

    /**
     * A trace point.
     *
     * @param completion how its results complete
     * @param isSuspending whether it is a suspending function of Kotlin's
     */
    record TracePoint(TracedMethod method, Completion completion, boolean isSuspending) {}

    ResolvedTracePoints(TracePoints tracePoints, Class<?> targetClass) {
        this.tracePoints = tracePoints;
        this.targetClass = targetClass;
    }

    @Nullable
    TracePoint find(Method method) {
        Optional<TracePoint> found = known.get(method);
        if (found == null) {
            found = resolve(method);
            known.put(method, found);
        }
        return found.orElse(null);
    }

    /** A user's pointcut may take every class for a candidate. */
    boolean isEmpty() {
        return AdvisedTypes.methods(targetClass).stream().allMatch(method -> find(method) == null);
    }

    /** Whether there is one that a proxy can be called by. */
    boolean canBeCalled() {
        return AdvisedTypes.methods(targetClass).stream()
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .anyMatch(method -> find(method) != null);
    }

    private Optional<TracePoint> resolve(Method method) {
        return Optional.ofNullable(tracePoints.find(method, targetClass))
                .map(traced -> tracePoint(traced, TracedMethods.specific(method, targetClass)));
    }

    private static TracePoint tracePoint(TracedMethod traced, Method method) {
        return KotlinDetector.isSuspendingFunction(method)
                ? new TracePoint(traced, Completion.ofSuspending(), true)
                : new TracePoint(traced, Completion.of(method.getReturnType()), false);
    }
}
