// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.point.TracePointSink;
import io.profiler.store.TraceStore;
import io.profiler.trace.Profiler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.util.ReflectionUtils;

/** The methods of a layer on beans that can be proxied; says once of each class that cannot. */
final class TracingPointcut extends StaticMethodMatcherPointcut {

    private static final Logger logger = LoggerFactory.getLogger(TracingPointcut.class);

    private final TracePoints tracePoints;
    private final ResolvedTracePoints resolved;
    private final ProxyKind proxyKind;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    TracingPointcut(TracePoints tracePoints, ResolvedTracePoints resolved, ProxyKind proxyKind) {
        this.tracePoints = tracePoints;
        this.resolved = resolved;
        this.proxyKind = proxyKind;
        setClassFilter(this::isTraceable);
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        return resolved.find(method, targetClass) != null;
    }

    private boolean isTraceable(Class<?> type) {
        try {
            return !isProfilersOwn(type) && tracePoints.isCandidate(type) && isProxyable(type);
        } catch (IllegalStateException | LinkageError unreadable) {
            logger.debug("{} is not traced, because its methods cannot be read", type.getName(), unreadable);
            return false;
        }
    }

    private boolean isProxyable(Class<?> type) {
        AdvisedTypes.read(type);
        String obstacle = proxyKind.obstacle(type);
        if (obstacle != null && hasTracePoint(type) && told.add(type.getName())) {
            logger.warn("{} is not traced, because {}", type.getName(), obstacle);
        }
        return obstacle == null;
    }

    /** A user's pointcut may take every class for a candidate. */
    private boolean hasTracePoint(Class<?> type) {
        return Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(type))
                .anyMatch(method -> !ReflectionUtils.isObjectMethod(method) && matches(method, type));
    }

    private static boolean isProfilersOwn(Class<?> type) {
        return TraceStore.class.isAssignableFrom(type)
                || TracePointSink.class.isAssignableFrom(type)
                || Profiler.class.isAssignableFrom(type);
    }
}
